// What of a page waits for a choice, as the rules see it.
import type { Grants } from '../choice/choice.ts';
import type { PolicyTerms } from '../policy/policy.ts';

/** A held frame the person may release from its placeholder. */
export interface HeldFrame {
  readonly element: Element;
  /** What is not granted yet: purposes, `service:…`, `undeclared`. Never empty. */
  readonly missing: readonly string[];
  /** Who would be asked for it, normalised; the site itself is none of them. */
  readonly hosts: readonly string[];
}

/** What decides: the policy in force, and what is granted of it when asked. */
export interface Rules {
  readonly policy: PolicyTerms;
  grants(): Grants;
}

/** Held elements of the page, and those it adds later. All stay as they were written. */
export interface HeldElements {
  /**
   * Releases every held element that waits for nothing, once, in document order, and takes back what may
   * not be there any more. Elements added later are treated alike. Ends every “load once”.
   */
  apply(rules: Rules): void;
  /** Fetches what releases before it is needed, and says in the console what is marked up wrongly. */
  prepare(): void;
  /** Releases one frame, for the address it has now, until the next answer. */
  releaseOnce(frame: HeldFrame): void;
  /** Looks after the elements inside an open shadow root too. */
  watch(root: object): void;
  /**
   * Called with the frames that have not their address, as soon as one of them may be met, and from then on whenever
   * that list changes.
   */
  onFrames(listener: (frames: readonly Element[]) => void): void;
  /** Called with the elements that are to hold a notice in a form, whenever there is one more. */
  onNotices(listener: (notices: readonly Element[]) => void): void;
  /** Addresses of scripts that ran and may not run any more; only a reload ends them. */
  stillRunning(): readonly string[];
}
