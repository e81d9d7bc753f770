// The second layer: each purpose and each service alone, everything the policy says, and the way out.

import { Button } from '../elements/Button.tsx';
import { Dialog } from '../elements/Dialog.tsx';
import { About } from './About.tsx';
import { PurposeSwitch } from './PurposeSwitch.tsx';
import type { PreferencesProps } from './props.ts';

export function PreferencesView(props: PreferencesProps) {
  const { policy, question, locale, words, leave, remark } = props;
  const { actions } = locale;
  return (
    <Dialog name="preferences" title={words.title} close={actions.close} leave={leave}>
      <>
        <div class="body">
          {question.state.signals.gpc && (
            <p role="status" class="remark">
              {words.optedOut}
            </p>
          )}
          {question.state.storage === 'memory' && <p class="remark">{words.memory}</p>}
          <p>{words.lead}</p>
          <ul class="switches">
            {policy.purposes.map((purpose) => (
              <PurposeSwitch key={purpose.id} {...props} purpose={purpose} />
            ))}
          </ul>
          <About {...props} />
          <p class="more">
            <Button action="data" class="plain">
              {words.data}
            </Button>
          </p>
        </div>
        <div class="actions">
          {remark && (
            <p role="status" class="wide">
              {remark}
            </p>
          )}
          <Button action="accept">{actions.accept}</Button>
          <Button action="reject">{actions.reject}</Button>
          <Button action="save" class={question.state.decided ? '' : 'wide'}>
            {words.save}
          </Button>
          {question.state.decided && (
            <Button action="withdraw" class="plain">
              {actions.withdraw}
            </Button>
          )}
        </div>
      </>
    </Dialog>
  );
}
