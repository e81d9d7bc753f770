// What has arrived, in memory and bounded: the newest arrivals, each event told once.
import type { LogEvent } from './otlp.ts';

/** Who a request went to: the telemetry receiver, or a stand-in for somebody else. */
export type Addressee = 'receiver' | 'third-party';

export interface ArrivedEvent extends LogEvent {
  /** How often it came again after the first time. */
  readonly repeats: number;
}

/** One request as it landed here. Everything in it was visible to the one who was asked. */
export interface Arrival {
  readonly id: number;
  /** When it came, and came again: a repeated delivery is counted with the first. */
  readonly landedAtMs: readonly number[];
  readonly to: Addressee;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** What the request is for, in words. */
  readonly purpose: string;
  readonly ip: string;
  readonly browser: string;
  readonly cameFrom: string;
  readonly status: number;
  readonly events: readonly ArrivedEvent[];
  readonly body: string;
  /** Why it was turned away, in the receiver's words. */
  readonly error: string;
}

export type NewArrival = Omit<Arrival, 'id' | 'landedAtMs' | 'events'> & {
  readonly atMs: number;
  readonly events?: readonly LogEvent[];
};

export type JournalNews =
  | { readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly kind: 'clear' };

export interface Journal {
  record(arrival: NewArrival): void;
  arrivals(): readonly Arrival[];
  clear(): void;
  /** Every later change; an arrival that is known already replaces the one of the same id. */
  listen(listener: (news: JournalNews) => void): () => void;
}

export const ARRIVALS_KEPT = 200;
/** Of one message delivered over and over, the times of the newest. */
const LANDINGS_KEPT = 100;

export function createJournal(kept = ARRIVALS_KEPT): Journal {
  const byId = new Map<number, Arrival>();
  const firstArrivalOf = new Map<string, number>();
  const listeners = new Set<(news: JournalNews) => void>();
  let lastId = 0;

  const tell = (news: JournalNews) => {
    for (const listener of listeners) listener(news);
  };
  const put = (arrival: Arrival) => {
    byId.set(arrival.id, arrival);
    tell({ kind: 'arrival', arrival });
  };
  const dropOldest = () => {
    const [oldest] = byId.values();
    if (!oldest || byId.size <= kept) return;
    byId.delete(oldest.id);
    for (const { id } of oldest.events) if (id !== undefined) firstArrivalOf.delete(id);
  };
  /** Marks a repeat where the event came first, and says where that is. */
  const repeated = (eventId: string): number | undefined => {
    const first = byId.get(firstArrivalOf.get(eventId) ?? 0);
    if (!first) return undefined;
    const more = (event: ArrivedEvent) =>
      event.id === eventId ? { ...event, repeats: event.repeats + 1 } : event;
    put({ ...first, events: first.events.map(more) });
    return first.id;
  };

  return {
    record({ events = [], atMs, ...request }) {
      const fresh = new Map<string | symbol, ArrivedEvent>();
      let cameBefore: number | undefined;
      for (const event of events) {
        const first = event.id === undefined ? undefined : repeated(event.id);
        cameBefore ??= first;
        if (first !== undefined) continue;
        const key = event.id ?? Symbol('no id');
        fresh.set(key, { ...event, repeats: (fresh.get(key)?.repeats ?? -1) + 1 });
      }
      // A request of nothing but repeats is counted with the first one, not listed again.
      const home = fresh.size === 0 && byId.get(cameBefore ?? 0);
      if (home) {
        put({ ...home, landedAtMs: [...home.landedAtMs, atMs].slice(-LANDINGS_KEPT) });
        return;
      }
      lastId += 1;
      for (const key of fresh.keys()) if (typeof key === 'string') firstArrivalOf.set(key, lastId);
      put({ ...request, id: lastId, landedAtMs: [atMs], events: [...fresh.values()] });
      dropOldest();
    },
    arrivals: () => [...byId.values()],
    clear() {
      byId.clear();
      firstArrivalOf.clear();
      tell({ kind: 'clear' });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
