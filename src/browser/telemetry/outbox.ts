// Sends proofs and requests to erase, each again where its receiver may take it later, while the page lives.
import type { Noted } from '../../core/rights/exported.ts';
import type { Try } from '../../core/telemetry/delivery.ts';
import type { TelemetryEvent } from '../../core/telemetry/events.ts';
import type { MakeEvent, Outbox } from '../../core/telemetry/outside.ts';
import { retryDelayMs } from '../../core/telemetry/retry.ts';
import { otlpBody } from './otlp.ts';
import { post } from './post.ts';

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
    const body = otlpBody([event], way.build, sentAt);
    const { id: eventId } = event;
    const entry: Noted = { sentAt, to: way.endpoint, body, outcome: 'leaving', eventId };
    // As it stands now: a slow disk writes it down when more is known already.
    const note = () => way.note({ ...entry });
    const reply = await post(entry, signal, note);
    note();
    const answeredAt = Date.now();
    if (signal.aborted) return;
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
