// The second layer: each purpose and each service alone, everything the policy says, and the way out.

import { Button } from '../elements/Button.tsx';
import { Dialog } from '../elements/Dialog.tsx';
import { About } from './About.tsx';
import { Place } from './Place.tsx';
import { PurposeSwitch } from './PurposeSwitch.tsx';
import type { PreferencesProps } from './props.ts';
import { StateRow } from './StateRow.tsx';

export function PreferencesView(props: PreferencesProps) {
  const { policy, question, locale, words, leave, stays, remark } = props;
  const { actions } = locale;
  return (
    <Dialog
      name="preferences"
      title={words.title}
      close={actions.close}
      leave={leave}
      stays={stays}
    >
      <>
        <div class="body">
          <StateRow {...props} />
          {question.state.signals.gpc && <p class="remark">{words.optedOut}</p>}
          {question.state.storage === 'memory' && <p class="remark">{words.memory}</p>}
          <p class="lead">{words.lead}</p>
          <ul class="switches">
            {policy.purposes.map((purpose) => (
              <PurposeSwitch key={purpose.id} {...props} purpose={purpose} />
            ))}
          </ul>
          <About {...props} />
          <Place {...props} />
          <Button action="data" class="plain">
            {words.data}
          </Button>
        </div>
        <div class="actions">
          {/* There before its words are: only then do screen readers speak them (4.1.3). */}
          <p role="status" class="wide">
            {remark}
          </p>
          <Button action="save" class="wide">
            {words.save}
          </Button>
          <Button action="accept" class="plain">
            {actions.accept}
          </Button>
          <Button action="reject" class="plain">
            {actions.reject}
          </Button>
        </div>
      </>
    </Dialog>
  );
}
