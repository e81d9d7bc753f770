// Which view is on screen, which is on its way, and where leaving the second layer leads. Pure.
import type { View } from '../core/ask/ask.ts';

export class Views {
  readonly #tell: (view: View | null) => void;
  #shown: View | null = null;
  /** Asked for last; not on screen yet while what draws it is fetched. */
  #wanted: View | null = null;
  #behind: View | null = null;

  /** @param tell hears of each view that comes on screen, once, and of none. */
  constructor(tell: (view: View | null) => void) {
    this.#tell = tell;
  }

  get shown(): View | null {
    return this.#shown;
  }

  /** Where leaving leads. */
  get behind(): View | null {
    return this.#behind;
  }

  isWanted(view: View | null): boolean {
    return this.#wanted === view;
  }

  /** Asked for; what is on screen stays until it has come. */
  want(view: View | null): void {
    this.#wanted = view;
  }

  /** On screen now, in place of what was. */
  show(view: View | null): void {
    this.want(view);
    if (view === this.#shown) return;
    this.#shown = view;
    this.#tell(view);
  }

  /** On screen now, over what was: that is where leaving leads, unless it was a second layer itself. */
  showOver(view: View, isOverSecondLayer: boolean): void {
    if (!isOverSecondLayer && this.#shown !== view) this.#behind = this.#shown;
    this.show(view);
  }
}
