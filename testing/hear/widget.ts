// What the widget and the person in front of it say, in the page itself: presses, states, refusals.
import type { Grants } from '../judge/phase.ts';
import type { Timeline } from '../judge/timeline.ts';
import type { Told } from './told.ts';

export class Widget {
  readonly #timeline: Pick<Timeline, 'press' | 'tell'>;
  #wake: (() => void) | undefined;
  /** Why a press was last refused, if one was since this was emptied. */
  refusal: string | null = null;

  constructor(timeline: Pick<Timeline, 'press' | 'tell'>) {
    this.#timeline = timeline;
  }

  hear(told: Told): void {
    if (told.type === 'press') this.#timeline.press();
    if (told.type === 'refused') this.refusal = told.reason;
    if (told.type === 'state') this.#timeline.tell(told.state as Grants);
    if (told.type === 'state' || (told.type === 'refused' && this.isCovered)) this.#wake?.();
  }

  /** The press was on what could not be seen, or had not rested yet: another one may count. */
  get isCovered(): boolean {
    return this.refusal === 'covered';
  }

  /** Resolves when a state is told next, or that a press was on what is covered. */
  nextWord(): Promise<void> {
    return new Promise((done) => {
      this.#wake = done;
    });
  }
}
