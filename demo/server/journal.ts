// What has arrived, in memory and bounded: the newest arrivals, each event told once.

/** One log record, as the panel tells it. */
export interface LogEvent {
  readonly name: string;
  /** The attribute `s9.event.id`, by which a repeated delivery is known. */
  readonly id: string | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
}

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
  | { readonly kind: 'arrivals'; readonly arrivals: readonly Arrival[] }
  | { readonly kind: 'clear' };

export interface Journal {
  record(arrival: NewArrival): void;
  arrivals(): readonly Arrival[];
  clear(): void;
  /** Every later change, one request's together; an arrival that is known already replaces the one of the same id. */
  listen(listener: (news: JournalNews) => void): () => void;
}

export const ARRIVALS_KEPT = 200;
/** Of one message delivered over and over, the times of the newest. */
const LANDINGS_KEPT = 100;

/** Characters of bodies that are kept, all in all: a panel is told all of them when it opens. */
export const BODIES_KEPT = 1_000_000;

/** By the id of the arrival that an event came with first: how often it came again, by its own id. */
type Repeats = Map<number, Map<string, number>>;

function count(repeats: Repeats, arrivalId: number, eventId: string): void {
  const ofArrival = repeats.get(arrivalId) ?? new Map<string, number>();
  repeats.set(arrivalId, ofArrival.set(eventId, (ofArrival.get(eventId) ?? 0) + 1));
}

/** What came for the first time, and what came before. */
function sorted(events: readonly LogEvent[], firstArrivalOf: ReadonlyMap<string, number>) {
  const fresh = new Map<string | symbol, ArrivedEvent>();
  const repeats: Repeats = new Map();
  for (const event of events) {
    const first = event.id === undefined ? undefined : firstArrivalOf.get(event.id);
    if (first !== undefined) {
      count(repeats, first, event.id as string);
      continue;
    }
    const key = event.id ?? Symbol('no id');
    fresh.set(key, { ...event, repeats: (fresh.get(key)?.repeats ?? -1) + 1 });
  }
  return { fresh: [...fresh.values()], repeats };
}

const withRepeats = (arrival: Arrival, more: ReadonlyMap<string, number>): Arrival => ({
  ...arrival,
  events: arrival.events.map((event) => ({
    ...event,
    repeats: event.repeats + (more.get(event.id ?? '') ?? 0),
  })),
});

export function createJournal(kept = ARRIVALS_KEPT): Journal {
  const byId = new Map<number, Arrival>();
  const firstArrivalOf = new Map<string, number>();
  const listeners = new Set<(news: JournalNews) => void>();
  let lastId = 0;
  let bodies = 0;

  const tell = (news: JournalNews) => {
    for (const listener of listeners) listener(news);
  };
  const dropOldest = () => {
    for (const oldest of byId.values()) {
      if (byId.size <= kept && bodies <= BODIES_KEPT) return;
      byId.delete(oldest.id);
      bodies -= oldest.body.length;
      for (const { id } of oldest.events) if (id !== undefined) firstArrivalOf.delete(id);
    }
  };
  const add = (
    request: Omit<NewArrival, 'atMs' | 'events'>,
    atMs: number,
    events: ArrivedEvent[],
  ) => {
    lastId += 1;
    bodies += request.body.length;
    for (const { id } of events) if (id !== undefined) firstArrivalOf.set(id, lastId);
    return { ...request, id: lastId, landedAtMs: [atMs], events };
  };

  return {
    record({ events = [], atMs, ...request }) {
      const { fresh, repeats } = sorted(events, firstArrivalOf);
      const changed = [...repeats].map(([id, more]) => withRepeats(byId.get(id) as Arrival, more));
      const [home] = changed;
      if (fresh.length > 0 || !home) changed.push(add(request, atMs, fresh));
      // A request of nothing but repeats is counted with the first one, not listed again.
      else {
        changed[0] = { ...home, landedAtMs: [...home.landedAtMs, atMs].slice(-LANDINGS_KEPT) };
      }
      for (const arrival of changed) byId.set(arrival.id, arrival);
      dropOldest();
      tell({ kind: 'arrivals', arrivals: changed });
    },
    arrivals: () => [...byId.values()],
    clear() {
      byId.clear();
      firstArrivalOf.clear();
      bodies = 0;
      tell({ kind: 'clear' });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
