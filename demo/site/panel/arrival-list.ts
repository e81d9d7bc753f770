// Keeps the panel's list of arrivals: newest first, those of this page apart from earlier ones.
import type { ToldArrival } from '../../server/told.ts';
import { arrivalEntry } from './arrival-entry.ts';
import { type Tally, tallyOf } from './tally.ts';

export interface ArrivalList {
  /** Adds an arrival, or shows a known one anew. */
  put(arrival: ToldArrival): HTMLElement;
  forget(): void;
  /** What has left since this page opened. */
  tally(): Tally;
}

/** Later than this, it came while this page was open. Nothing is stored to know it by. */
const openedAtMs = Date.now() - performance.now();
const isOfThisPage = ({ landedAtMs }: ToldArrival) => landedAtMs.some((atMs) => atMs >= openedAtMs);

function replaceKeepingOpen(shown: HTMLElement, entry: HTMLElement): void {
  const [was, now] = [shown.querySelector('details'), entry.querySelector('details')];
  if (was && now) now.open = was.open;
  shown.replaceWith(entry);
}

/** `log` takes what came since the page opened, `earlier` the rest, hidden while there is none. */
export function createArrivalList(log: HTMLElement, earlier: HTMLDetailsElement): ArrivalList {
  const arrivals = new Map<number, ToldArrival>();
  const entries = new Map<number, HTMLElement>();

  const putEarlier = (entry: HTMLElement) => {
    earlier.lastElementChild?.prepend(entry);
    const count = earlier.lastElementChild?.childElementCount ?? 0;
    earlier.hidden = false;
    earlier.querySelector('summary')?.replaceChildren(`Before this page was opened: ${count}`);
  };

  return {
    put(arrival) {
      const entry = arrivalEntry(arrival);
      const shown = entries.get(arrival.id);
      arrivals.set(arrival.id, arrival);
      entries.set(arrival.id, entry);
      if (shown) replaceKeepingOpen(shown, entry);
      else if (isOfThisPage(arrival)) log.prepend(entry);
      else putEarlier(entry);
      return entry;
    },
    forget() {
      arrivals.clear();
      entries.clear();
      log.replaceChildren();
      earlier.lastElementChild?.replaceChildren();
      earlier.hidden = true;
    },
    tally: () => tallyOf(arrivals.values(), openedAtMs),
  };
}
