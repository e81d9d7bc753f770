// The queue of the visit's events on disk; each step is one transaction, together with what the ledger says of it.
import { promisifyRequest } from 'idb-keyval';
import type { LedgerEntry } from '../../core/rights/exported.ts';
import type { Queue } from '../../core/telemetry/queue.ts';
import { withinMs } from '../deadline.ts';
import { endWhenFrozen } from './frozen.ts';
import { DRAFT, HISTORY, LEDGER, OUTBOX } from './keys.ts';
import { asLedger, withNoted } from './ledger.ts';
import { work } from './open.ts';
import { changeIn } from './values.ts';

/** Later than that a disk is not late but gone; what waits is asked for again. */
const PATIENCE_MS = 10_000;

/** As it lies there; others can have written it. */
export interface Stored {
  readonly queue: unknown;
  readonly history: readonly unknown[];
  readonly draft: unknown;
}

/** What is written in its place. */
export interface Step {
  readonly queue: Queue;
  /** Requests that are leaving, or what became of them. */
  readonly entries?: readonly LedgerEntry[];
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * Takes one step; resolves once it is on disk. Makes no database (L-10). Rejects where there is none to be had.
 *
 * @param take decides by what lies there.
 */
export const step = <T extends Step>(take: (stored: Stored) => T): Promise<T> =>
  withinMs(
    PATIENCE_MS,
    work('readwrite', async (store) => {
      endWhenFrozen(store.transaction);
      const get = (key: string) => promisifyRequest<unknown>(store.get(key));
      const [queue, history, draft] = await Promise.all([OUTBOX, HISTORY, DRAFT].map(get));
      const taken = take({ queue, history: asList(history), draft });
      const { queue: next, entries = [] } = taken;
      if (next.events[0] || next.dueAt) store.put(next, OUTBOX);
      else store.delete(OUTBOX);
      if (entries[0])
        changeIn(store, LEDGER, (before) => entries.reduce(withNoted, asLedger(before)));
      await promisifyRequest(store.transaction);
      return taken;
    }),
  );
