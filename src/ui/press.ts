// Who pressed: a person's press can say yes; anyone's, a script's too, can say no (F-43).
import type { InputMeans } from '../core/choice.ts';
import type { AskHost } from '../core/ports.ts';

/** Enter and Space make trusted clicks with `detail` 0; a consent tool's click is a script's. */
export function inputOf({ isTrusted, detail }: UIEvent): InputMeans {
  if (!isTrusted) return 'script';
  return detail ? 'pointer' : 'keyboard';
}

/** In a page of another site ours can be see-through under any lure, and cannot know (F-45). */
export function isFramed(): boolean {
  try {
    return !top?.location.href;
  } catch {
    return true;
  }
}

/** Whether this press may grant. If not, the page is told that it was refused, and why. */
export function mayGrant(press: UIEvent, action: string, host: AskHost): boolean {
  const { isTrusted, detail } = press;
  const isMeant = isTrusted && !isFramed() && host.isFair?.(press.target as Element, detail > 0);
  if (!isMeant) host.refused(action, isTrusted ? 'covered' : 'untrusted');
  return !!isMeant;
}
