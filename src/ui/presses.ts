// Who pressed: a person's press can say yes; anyone's, a script's too, can say no (F-43).
import type { AskHost, GrantingAction } from '../core/ask/ask.ts';
import type { IsFair } from '../core/ask/press.ts';
import { targetOf } from './elements/actions.ts';

/** Whether this press may grant. If not, whoever asks is told that it was refused, and why. */
export type MayGrant = (press: UIEvent, action: GrantingAction) => boolean;

export const createMayGrant =
  ({ isFramed, refused }: Pick<AskHost, 'isFramed' | 'refused'>, isFair: IsFair): MayGrant =>
  (press, action) => {
    const { isTrusted, detail } = press;
    if (!isTrusted) refused(action, 'untrusted');
    else if (isFramed()) refused(action, 'framed');
    else if (isFair(targetOf(press), detail > 0)) return true;
    else refused(action, 'covered');
    return false;
  };
