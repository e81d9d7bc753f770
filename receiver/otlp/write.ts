// Stored events as one line of OTLP in JSON, as the OpenTelemetry Collector's file exporter writes it (S-12).
import type { AttributeValue, KeptName, StoredEvent } from '../store.ts';
import { readLogs } from './read.ts';

const SEVERITY_INFO = 9;

function valueOf(value: AttributeValue): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

function logRecord(event: StoredEvent): object {
  const attributes = {
    's9.event.id': event.id,
    's9.record.id': event.recordId,
    ...(event.subject !== undefined && { 's9.subject.id': event.subject }),
    ...event.attributes,
  };
  return {
    timeUnixNano: `${event.occurredAtMs}000000`,
    observedTimeUnixNano: `${event.receivedAtMs}000000`,
    severityNumber: SEVERITY_INFO,
    eventName: event.name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) })),
  };
}

/** One line, its end included. */
export function lineOf(events: readonly StoredEvent[]): string {
  const scopeLogs = [
    { scope: { name: 'social9-consent' }, logRecords: events.map((event) => logRecord(event)) },
  ];
  return `${JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs }] })}\n`;
}

/** What a line holds; `undefined` where it is none of ours, or half of one. */
export function eventsIn(line: string): StoredEvent[] | undefined {
  const reading = readLogs(line, true);
  if (!reading.ok) return undefined;
  return reading.events.map(({ name, timeMs, observedMs, attributes }) => {
    const {
      's9.event.id': id,
      's9.record.id': recordId,
      's9.subject.id': subject,
      ...others
    } = attributes as Record<string, AttributeValue>;
    return {
      id: String(id),
      name: name as KeptName,
      occurredAtMs: timeMs,
      receivedAtMs: observedMs,
      recordId: String(recordId),
      ...(subject !== undefined && { subject: String(subject) }),
      attributes: others,
    };
  });
}
