// Tells panels what arrives, in short and a slice at a time, so that no message keeps the server from the next.
import type { Arrival, JournalNews } from './journal.ts';

/** An arrival as a panel is told of it. */
export interface ToldArrival extends Arrival {
  /** Of the whole body; `body` is its beginning. */
  readonly bodyBytes: number;
  /** Events that are not told. */
  readonly moreEvents: number;
}

export const BODY_TOLD = 8192;
export const EVENTS_TOLD = 20;
/** Arrivals in one message. */
export const SLICE = 10;

export const inShort = (arrival: Arrival): ToldArrival => ({
  ...arrival,
  body: arrival.body.slice(0, BODY_TOLD),
  bodyBytes: Buffer.byteLength(arrival.body),
  events: arrival.events.slice(0, EVENTS_TOLD),
  moreEvents: Math.max(0, arrival.events.length - EVENTS_TOLD),
});

type Send = (name: 'arrivals' | 'clear', data: unknown) => void;

/**
 * To be called with the journal's news. What changes again before it was told is told once.
 *
 * @param later runs a function once the server has looked after its other requests.
 */
export function createTeller(
  send: Send,
  later: (run: () => void) => unknown = setImmediate,
): (news: JournalNews) => void {
  const untold = new Map<number, Arrival>();

  const tellSlice = () => {
    const slice = [...untold.values()].slice(0, SLICE);
    for (const { id } of slice) untold.delete(id);
    if (slice.length > 0) send('arrivals', slice.map(inShort));
    if (untold.size > 0) later(tellSlice);
  };

  return (news) => {
    if (news.kind === 'clear') {
      untold.clear();
      send('clear', {});
      return;
    }
    const isIdle = untold.size === 0;
    for (const arrival of news.arrivals) untold.set(arrival.id, arrival);
    if (isIdle) later(tellSlice);
  };
}
