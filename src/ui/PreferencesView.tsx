// The second layer: each purpose and each service alone, everything the policy says, and the way out.

import type { Grants } from '../core/choice.ts';
import type { Policy } from '../core/policy.ts';
import type { Question } from '../core/ports.ts';
import type { PanelTexts } from '../locales/en.ts';
import { About } from './About.tsx';
import { Button } from './Button.tsx';
import type { Kit } from './kit.ts';
import { PurposeSwitch } from './PurposeSwitch.tsx';
import { Sheet } from './Sheet.tsx';

export interface PreferencesProps extends Pick<Kit, 'texts' | 'lang' | 'leave'> {
  readonly policy: Policy;
  readonly question: Question;
  readonly draft: Grants;
  readonly words: PanelTexts;
}

export function PreferencesView(props: PreferencesProps) {
  const { policy, question, texts, words, leave } = props;
  return (
    <Sheet name="preferences" title={words.title} close={words.close} leave={leave}>
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
          <Button action="accept">{texts.accept}</Button>
          <Button action="reject">{texts.reject}</Button>
          <Button action="save" class={question.state.decided ? '' : 'wide'}>
            {words.save}
          </Button>
          {question.state.decided && (
            <Button action="withdraw" class="plain">
              {words.withdraw}
            </Button>
          )}
        </div>
      </>
    </Sheet>
  );
}
