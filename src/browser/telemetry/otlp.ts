// Events as OTLP/HTTP logs in JSON (S-12).
import type { TelemetryEvent } from '../../core/telemetry/events.ts';

const SEVERITY_INFO = 9;

const attribute = ([key, stringValue]: [string, string]) => ({ key, value: { stringValue } });

function requestOf(event: TelemetryEvent, build: string, nowMs: number): unknown {
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

/** One event as the body of an ExportLogsServiceRequest. */
export const otlpBody = (event: TelemetryEvent, build: string, nowMs: number): string =>
  plainJson(requestOf(event, build, nowMs));
