// What is asked of a press on a granting control.

/** Whether a trusted press was meant (F-45): the control seen, uncovered, and at rest. */
export interface IsFair {
  (control: Element, isPointer: boolean): boolean;
  /** Controls have come on screen: from now on it looks where they stand, for as long as there are any. */
  watch?(): void;
}
