// Sends events as OTLP/HTTP logs in JSON (S-12); what was withdrawn does not leave.
import type { TelemetryEvent } from '../core/events.ts';
import type { Outbox } from '../core/ports.ts';

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
    resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ scope, logRecords: [logRecord] }] }],
  };
}

export function createOutbox(endpoint: string | undefined, build: string): Outbox {
  let leaving = new AbortController();
  return {
    send(event, allows) {
      if (!endpoint || !allows()) return;
      // Not a beacon: blockers drop those to other sites, and its answer says nothing (X-10, S-10).
      fetch(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(toOtlp(event, build, Date.now())),
        credentials: 'omit',
        keepalive: true,
        signal: leaving.signal,
      }).catch(() => undefined);
    },
    purge() {
      leaving.abort();
      leaving = new AbortController();
    },
  };
}
