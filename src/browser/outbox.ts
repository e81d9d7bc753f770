// Sends events as OTLP/HTTP logs in JSON (S-12); what was withdrawn does not leave.
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

export function createOutbox(endpoint: string | undefined, build: string): Outbox {
  let leaving = new AbortController();
  let waiting: ReturnType<typeof setTimeout>[] = [];

  /** Not a beacon: blockers drop those to other sites, and its answer says nothing (X-10, S-10). */
  async function post(event: TelemetryEvent): Promise<Response | null> {
    try {
      return await fetch(endpoint as string, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: plainJson(toOtlp(event, build, Date.now())),
        credentials: 'omit',
        keepalive: true,
        signal: leaving.signal,
      });
    } catch {
      return null;
    }
  }

  async function attempt(
    event: TelemetryEvent,
    allows: () => boolean,
    tries: number,
  ): Promise<void> {
    const { signal } = leaving;
    // Asked again at each sending: a grant can have ended while the event waited (F-24).
    if (!allows()) return;
    const response = await post(event);
    if (signal.aborted) return;
    const delayMs = retryDelayMs(
      response && { status: response.status, retryAfter: response.headers.get('Retry-After') },
      tries,
      Date.now(),
      Math.random(),
    );
    if (delayMs === null) return;
    if (waiting.length >= MAX_WAITING) clearTimeout(waiting.shift());
    waiting.push(setTimeout(() => void attempt(event, allows, tries + 1), delayMs));
  }

  return {
    send(event, allows) {
      if (endpoint) void attempt(event, allows, 1);
    },
    purge() {
      leaving.abort();
      leaving = new AbortController();
      for (const timer of waiting) clearTimeout(timer);
      waiting = [];
    },
  };
}
