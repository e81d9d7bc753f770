// Which events are here already: of the newest half a million at least, and of leaves how long they were (F-28).

import type { StoredEvent } from '../store.ts';
import { type Leave, secondsOf } from './counts/counts.ts';

/** Of a generation; two are kept. */
export const GENERATION = 500_000;

/** What an event is to those that came before: new, the longer one of a leave, or nothing new. */
export type Novelty = 'new' | 'repeat' | { readonly longerThan: Leave };

export interface Known {
  noveltyOf(event: StoredEvent): Novelty;
  add(event: StoredEvent): void;
}

/** Of what is no leave. */
const NO_LEAVE: Leave = { atMs: 0, seconds: 0 };

export function createKnown(generation = GENERATION): Known {
  let young = new Map<string, Leave>();
  let old = new Map<string, Leave>();
  return {
    noveltyOf(event) {
      const before = young.get(event.id) ?? old.get(event.id);
      if (before === undefined) return 'new';
      const isLonger = before !== NO_LEAVE && secondsOf(event) > before.seconds;
      return isLonger && event.name === 's9.page_leave' ? { longerThan: before } : 'repeat';
    },
    add(event) {
      if (young.size >= generation) [young, old] = [new Map(), young];
      const isLeave = event.name === 's9.page_leave';
      const leave = { atMs: event.occurredAtMs, seconds: secondsOf(event) };
      young.set(event.id, isLeave ? leave : NO_LEAVE);
    },
  };
}
