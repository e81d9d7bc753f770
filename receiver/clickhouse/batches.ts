// Writes many events as few inserts, and says no before memory is full: who was told yes is written.
import { StoreBusy, type StoredEvent } from '../store.ts';

export interface BatchOptions {
  /** So many wait at most; beyond that a write is refused. @defaultValue 50,000 */
  readonly maxWaiting?: number;
  /** So many go in one insert at most. @defaultValue 10,000 */
  readonly maxRows?: number;
  /** How long an insert waits for more: ClickHouse wants few and large ones. Milliseconds. @defaultValue 200 */
  readonly lingerMs?: number;
}

interface Waiting {
  readonly events: readonly StoredEvent[];
  readonly done: () => void;
  readonly failed: (error: StoreBusy) => void;
}

export interface Batches {
  /** Resolves once they are inserted. @throws StoreBusy */
  write(events: readonly StoredEvent[]): Promise<void>;
  /** Resolves once what is being inserted at this moment is. */
  inserted(): Promise<void>;
  /** Resolves once nothing waits and nothing is being inserted. */
  idle(): Promise<void>;
}

/** Nothing of it counts as far as anybody was told, and all of it may come again. */
export const busy = (cause: unknown): StoreBusy => {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StoreBusy(`ClickHouse: ${why.split('\n')[0]}`, undefined, { cause });
};

/** The writes that go together: as many as have `maxRows` events at most, and one at least. */
function howMany(waiting: readonly Waiting[], maxRows: number): number {
  let rows = 0;
  const end = waiting.findIndex(({ events }, index) => {
    rows += events.length;
    return rows > maxRows && index > 0;
  });
  return end === -1 ? waiting.length : end;
}

/** Over after that time, or when it is ended before. */
function lull(ms: number) {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, end };
}

/** @param insert all of them or, as far as anybody was told, none. */
export function createBatches(
  insert: (events: readonly StoredEvent[]) => Promise<void>,
  { maxWaiting = 50_000, maxRows = 10_000, lingerMs = 200 }: BatchOptions = {},
): Batches {
  const waiting: Waiting[] = [];
  let count = 0;
  let working: Promise<void> | undefined;
  let inserting: Promise<void> | undefined;
  let hurry: () => void = () => {};

  async function insertSome(): Promise<void> {
    const taken = waiting.splice(0, howMany(waiting, maxRows));
    const events = taken.flatMap((each) => each.events);
    try {
      await insert(events);
      for (const { done } of taken) done();
    } catch (error) {
      for (const { failed } of taken) failed(busy(error));
    }
    count -= events.length;
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const rest = lull(lingerMs);
      hurry = rest.end;
      if (count >= maxRows) hurry();
      await rest.over;
      inserting = insertSome();
      await inserting;
    }
    working = undefined;
  }

  return {
    write(events) {
      if (events.length === 0) return Promise.resolve();
      if (count + events.length > maxWaiting) {
        return Promise.reject(new StoreBusy(`ClickHouse: ${count} events wait already`, 1));
      }
      count += events.length;
      const written = new Promise<void>((done, failed) => {
        waiting.push({ events, done, failed });
      });
      if (count >= maxRows) hurry();
      working ??= work();
      return written;
    },
    async inserted() {
      await inserting;
    },
    async idle() {
      hurry();
      await working;
    },
  };
}
