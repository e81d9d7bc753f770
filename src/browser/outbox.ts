// Sends events as OTLP/HTTP logs in JSON (S-12); what was withdrawn does not leave.
import type { Try } from '../core/delivery.ts';
import type { TelemetryEvent } from '../core/events.ts';
import type { Outbox } from '../core/ports.ts';
import { retryDelayMs } from '../core/retry.ts';

const SEVERITY_INFO = 9;

const attribute = ([key, stringValue]: [string, string]) => ({ key, value: { stringValue } });

/** One event as an ExportLogsServiceRequest. */
export function toOtlp(event: TelemetryEvent, build: string, nowMs: number): unknown {
  const nanoseconds = (ms: number) => `${Math.round(ms)}000000`;
  const logRecord = {
    timeUnixNano: nanoseconds(event.occurredAt),
    observedTimeUnixNano: nanoseconds(nowMs),
    severityNumber: SEVERITY_INFO,
    eventName: event.name,
    attributes: Object.entries(event.attributes).map(attribute),
  };
  const scope = { name: 'social9-consent', version: build };
  return {
    resourceLogs: [
      { resource: { attributes: [] }, scopeLogs: [{ scope, logRecords: [logRecord] }] },
    ],
  };
}

/** A page can have a `toJSON` on lists, objects or texts that writes something else (F-40). */
function plainJson(value: unknown): string {
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`;
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${plainJson(item)}`,
  );
  return `{${members.join()}}`;
}

/** As many wait at most; the oldest makes room (F-07). */
const MAX_WAITING = 30;

/** Who is told of what an outbox does. */
export interface Heard {
  /** A request is on its way, with this body. */
  sent?(to: string, body: string): unknown;
  /** A try has ended. */
  tried?(tried: Try): unknown;
}

export function createOutbox(
  endpoint: string | undefined,
  build: string,
  heard: Heard = {},
): Outbox & { queue(): readonly TelemetryEvent[] } {
  let leaving = new AbortController();
  const waiting = new Map<ReturnType<typeof setTimeout>, TelemetryEvent>();

  /** Not a beacon: blockers drop those to other sites, and its answer says nothing (X-10, S-10). */
  async function post(event: TelemetryEvent): Promise<Response | null> {
    try {
      const body = plainJson(toOtlp(event, build, Date.now()));
      const response = fetch(endpoint as string, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        credentials: 'omit',
        keepalive: true,
        // An address says what was read and searched for (L-26).
        referrerPolicy: 'no-referrer',
        signal: leaving.signal,
      });
      heard.sent?.(endpoint as string, body);
      return await response;
    } catch {
      return null;
    }
  }

  function drop(timer: ReturnType<typeof setTimeout> | undefined): void {
    clearTimeout(timer);
    if (timer !== undefined) waiting.delete(timer);
  }

  async function attempt(
    event: TelemetryEvent,
    allows: () => Promise<boolean>,
    tries: number,
  ): Promise<void> {
    const { signal } = leaving;
    // Asked again at each sending: a grant can have ended while the event waited (F-24).
    if (!(await allows()) || signal.aborted) return;
    const sentAt = Date.now();
    const response = await post(event);
    const answeredAt = Date.now();
    if (signal.aborted) return;
    const reply = response && {
      status: response.status,
      retryAfter: response.headers.get('Retry-After'),
      date: response.headers.get('Date'),
    };
    const delayMs = retryDelayMs(reply, tries, answeredAt, Math.random());
    heard.tried?.({ eventId: event.id, reply, delayMs, sentAt, answeredAt });
    if (delayMs === null) return;
    const [oldest] = waiting.keys();
    if (waiting.size >= MAX_WAITING) drop(oldest);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      void attempt(event, allows, tries + 1);
    }, delayMs);
    waiting.set(timer, event);
  }

  return {
    send(event, allows) {
      if (endpoint) void attempt(event, allows, 1);
    },
    purge() {
      leaving.abort();
      leaving = new AbortController();
      for (const timer of waiting.keys()) drop(timer);
    },
    queue: () => [...waiting.values()],
  };
}
