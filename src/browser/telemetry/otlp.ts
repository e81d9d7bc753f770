// Events as OTLP/HTTP logs in JSON (S-12).
import type { AttributeValue, TelemetryEvent } from '../../core/telemetry/events.ts';

const SEVERITY_INFO = 9;

/** Whole numbers have 64 bits, and so stand as texts. */
function anyValue(value: AttributeValue): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: `${value}` } : { doubleValue: value };
}

const nanoseconds = (ms: number) => `${Math.round(ms)}000000`;

const recordOf = ({ name, occurredAt, attributes }: TelemetryEvent, nowMs: number) => ({
  timeUnixNano: nanoseconds(occurredAt),
  observedTimeUnixNano: nanoseconds(nowMs),
  severityNumber: SEVERITY_INFO,
  eventName: name,
  attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) })),
});

/** A page can have a `toJSON` on lists, objects or texts that writes something else (F-40). */
export function plainJson(value: unknown): string {
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainJson).join()}]`;
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${plainJson(item)}`,
  );
  return `{${members.join()}}`;
}

/** Events as the body of one ExportLogsServiceRequest. */
export function otlpBody(events: readonly TelemetryEvent[], build: string, nowMs: number): string {
  const scope = { name: 'social9-consent', version: build };
  const logRecords = events.map((event) => recordOf(event, nowMs));
  return plainJson({
    resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ scope, logRecords }] }],
  });
}

/** What an event takes of a body, in bytes. */
export const bytesOf = (event: TelemetryEvent): number =>
  new TextEncoder().encode(plainJson(recordOf(event, event.occurredAt))).length + 1;
