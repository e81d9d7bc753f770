// Sends events, each again where its receiver may take it later; what was withdrawn does not leave.
import type { Noted } from '../../core/rights/exported.ts';
import type { Try } from '../../core/telemetry/delivery.ts';
import type { TelemetryEvent } from '../../core/telemetry/events.ts';
import type { MakeEvent, Outbox } from '../../core/telemetry/outside.ts';
import { retryDelayMs } from '../../core/telemetry/retry.ts';
import { otlpBody } from './otlp.ts';

/** As many wait at most; the oldest makes room (F-07). */
const MAX_WAITING = 30;

type Timer = ReturnType<typeof setTimeout>;

export interface Way {
  readonly endpoint: string;
  /** Version and digest of the widget. */
  readonly build: string;
  /** A request is leaving; and the same once more, with what became of it. */
  note(entry: Noted): unknown;
  /** A try has ended. */
  tried?(tried: Try): unknown;
}

/** Not a beacon: blockers drop those to other sites, and its answer says nothing (X-10, S-10). */
async function post({ note }: Way, entry: Noted, signal: AbortSignal): Promise<Response | null> {
  const { to, body } = entry;
  try {
    // A request throws where no browser sends anything, as to an address with a password in it.
    const leaving = fetch(new Request(to).url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      credentials: 'omit',
      keepalive: true,
      // Nobody but the endpoint was named to the person who said yes.
      redirect: 'error',
      // An address says what was read and searched for (L-26).
      referrerPolicy: 'no-referrer',
      signal,
    });
    note(entry);
    const response = await leaving;
    entry.outcome = response.ok ? 'sent' : 'refused';
    return response;
  } catch {
    entry.outcome = signal.aborted ? 'dropped' : 'unanswered';
    return null;
  } finally {
    note(entry);
  }
}

const replyOf = (response: Response | null) =>
  response && {
    status: response.status,
    retryAfter: response.headers.get('Retry-After'),
    date: response.headers.get('Date'),
  };

export function createOutbox(way: Way): Outbox {
  const waiting = new Map<Timer, TelemetryEvent>();
  let leaving = new AbortController();

  function drop(timer: Timer): void {
    clearTimeout(timer);
    waiting.delete(timer);
  }

  function wait(event: TelemetryEvent, make: MakeEvent, tries: number, delayMs: number): void {
    const [oldest] = waiting.keys();
    if (oldest !== undefined && waiting.size >= MAX_WAITING) drop(oldest);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      void attempt(make, tries);
    }, delayMs);
    waiting.set(timer, event);
  }

  async function attempt(make: MakeEvent, tries: number): Promise<void> {
    const { signal } = leaving;
    // Made anew for each try: a grant can have ended while the event waited (F-24).
    const event = await make();
    if (!event || signal.aborted) return;
    const sentAt = Date.now();
    const body = otlpBody(event, way.build, sentAt);
    const { id: eventId } = event;
    const entry: Noted = { sentAt, to: way.endpoint, body, outcome: 'leaving', eventId };
    const response = await post(way, entry, signal);
    const answeredAt = Date.now();
    if (signal.aborted) return;
    const reply = replyOf(response);
    const delayMs = retryDelayMs(reply, tries, answeredAt, Math.random());
    way.tried?.({ eventId, reply, delayMs, sentAt, answeredAt });
    if (delayMs !== null) wait(event, make, tries + 1, delayMs);
  }

  return {
    send: (make) => void attempt(make, 1),
    purge() {
      leaving.abort();
      leaving = new AbortController();
      for (const timer of waiting.keys()) drop(timer);
    },
    queue: () => [...waiting.values()],
  };
}
