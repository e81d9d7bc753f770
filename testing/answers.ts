// The answers a test can give: each waits until the widget has told that it was taken.
import type { Page } from 'playwright';
import { actionIn } from './answer/controls.ts';
import { choose, press } from './answer/press.ts';
import { glance, type Seen } from './answer/rest.ts';
import type { ConsentWatch } from './api.ts';
import type { Observation } from './observe.ts';
import { within } from './settle/within.ts';

/** How long the widget may take to put a choice on disk and tell it. */
const TELL_MS = 5_000;
/** How long a press is made again that is refused: on a slow machine a control is seen later than it is drawn. */
const AGAIN_MS = 10_000;

type Answers = Pick<ConsentWatch, 'accept' | 'reject' | 'withdraw' | 'choose'>;

/** @param rest settles the page. */
export function answersOf(
  page: Page,
  { timeline, widget }: Pick<Observation, 'timeline' | 'widget'>,
  rest: () => Promise<void>,
): Answers {
  async function answer(name: string, act: (seen?: Seen) => Promise<void>): Promise<void> {
    const settled = rest();
    // That nothing was opened is told before anything is looked for.
    await Promise.race([settled, undefined]);
    // While the page settles, its control rests.
    const [seen] = await Promise.all([glance(actionIn(page, name)), settled]);
    const before = timeline.now;
    const untilMs = Date.now() + AGAIN_MS;
    let looked: Seen | undefined = seen;
    do {
      widget.refusal = null;
      const told = widget.nextWord();
      await act(looked);
      await within(TELL_MS, told);
      if (timeline.now !== before) return;
      looked = undefined;
    } while (widget.isCovered && Date.now() < untilMs);
    const reason = `${widget.refusal ?? 'it told nothing'}; if page.clock is paused, let it run`;
    throw new Error(`${name}(): the widget did not take the press: ${reason}`);
  }
  return {
    accept: () => answer('accept', (seen) => press(page, 'accept', seen)),
    reject: () => answer('reject', (seen) => press(page, 'reject', seen)),
    withdraw: () => answer('withdraw', (seen) => press(page, 'withdraw', seen)),
    choose: (...ids) => answer('choose', () => choose(page, ids)),
  };
}
