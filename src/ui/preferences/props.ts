// What every part of the preferences is drawn from.
import type { Question } from '../../core/ask/ask.ts';
import type { Grants } from '../../core/choice/choice.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Corner, PreferencesWords } from '../../locales/locale.ts';
import type { Kit } from '../kit.ts';

/** Puts the permanent control where `inset` of CSS says, for this tab. */
export type MoveControl = (control: HTMLElement | null, inset: string | null) => void;

export interface PreferencesProps extends Pick<Kit, 'locale' | 'leave'> {
  /** Whether it stays, on the way out by Esc. */
  readonly stays: () => boolean;
  readonly policy: Policy;
  readonly question: Question;
  readonly draft: Grants;
  readonly words: PreferencesWords;
  /** Where the permanent control stands, once there is an answer to come back to. */
  readonly corner: Corner | null;
  readonly remark: string | false;
}
