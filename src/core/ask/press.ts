// What is asked of a press: whether it was meant, and what it came by.
import type { InputMeans } from '../choice/choice.ts';

/** The event of a press, as far as it matters. */
export interface Pressed {
  readonly isTrusted: boolean;
  /** How many presses in a row a click is of; 0 without a pointer. */
  readonly detail: number;
}

/** Whether a trusted press was meant (F-45): the control seen, uncovered, and at rest. */
export interface IsFair {
  (control: Element, isPointer: boolean): boolean;
  /** Controls have come on screen: from now on it looks where they stand, for as long as there are any. */
  watch?(): void;
}

/** Enter and Space make trusted clicks with `detail` 0; a consent tool's click is a script's. */
export function inputOf({ isTrusted, detail }: Pressed): InputMeans {
  if (!isTrusted) return 'script';
  return detail ? 'pointer' : 'keyboard';
}
