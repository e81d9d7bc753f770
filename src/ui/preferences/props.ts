// What every part of the preferences is drawn from.
import type { Question } from '../../core/ask/ask.ts';
import type { Grants } from '../../core/choice/choice.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PreferencesWords } from '../../locales/locale.ts';
import type { Kit } from '../kit.ts';

export interface PreferencesProps extends Pick<Kit, 'locale' | 'leave'> {
  readonly policy: Policy;
  readonly question: Question;
  readonly draft: Grants;
  readonly words: PreferencesWords;
  readonly remark: ReturnType<Kit['remark']>;
}
