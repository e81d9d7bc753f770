// Reads an OTLP/HTTP logs body as JSON (S-12), and names the exact path of the first thing wrong with it.

import type { Fault as JsonFault } from '../../src/core/policy/shape.ts';
import { readJson } from '../../src/core/receipt/json-text.ts';
import {
  anyValue,
  Fault,
  fault,
  keyValues,
  milliseconds,
  object,
  required,
  text,
} from './value.ts';

/** One log record, read to plain values. */
export interface LogEvent {
  /** Where it stands in the body. */
  readonly path: string;
  readonly name: string;
  /** The attribute `s9.event.id`, by which a repeated delivery is known. */
  readonly id: string | undefined;
  /** Milliseconds since 1970, UTC; 0 where the sender gives no time. */
  readonly timeMs: number;
  readonly observedMs: number;
  /** Whole numbers beyond the safe integers are bigints. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type Reading =
  | { readonly ok: true; readonly events: readonly LogEvent[] }
  | { readonly ok: false; readonly error: string };

/** The attribute that makes a delivery recognisable when it comes twice. */
export const EVENT_ID = 's9.event.id';

const EVENT_NAME_LIMIT = 256;

function logRecord(value: unknown, path: string): LogEvent {
  const record = object(value, path);
  const timeMs = milliseconds(record['timeUnixNano'], `${path}.timeUnixNano`);
  const observedMs = milliseconds(record['observedTimeUnixNano'], `${path}.observedTimeUnixNano`);
  const severity = record['severityNumber'] ?? 0;
  if (!Number.isInteger(severity) || Number(severity) < 0 || Number(severity) > 24) {
    fault(`${path}.severityNumber`, 'an integer from 0 to 24');
  }
  const name = text(record['eventName'] ?? '', `${path}.eventName`);
  if (name.length > EVENT_NAME_LIMIT) {
    fault(`${path}.eventName`, `at most ${EVENT_NAME_LIMIT} characters`);
  }
  if (record['body'] !== undefined && record['body'] !== null) {
    anyValue(record['body'], `${path}.body`);
  }
  const attributes = keyValues(record['attributes'], `${path}.attributes`);
  const id = attributes[EVENT_ID];
  return {
    path,
    name,
    id: typeof id === 'string' ? id : undefined,
    timeMs,
    observedMs,
    attributes,
  };
}

function scopeLogs(value: unknown, path: string): LogEvent[] {
  const group = object(value, path);
  if (group['scope'] !== undefined && group['scope'] !== null) {
    const scope = object(group['scope'], `${path}.scope`);
    text(scope['name'] ?? '', `${path}.scope.name`);
    text(scope['version'] ?? '', `${path}.scope.version`);
    keyValues(scope['attributes'], `${path}.scope.attributes`);
  }
  return required(group['logRecords'], `${path}.logRecords`).map((record, index) =>
    logRecord(record, `${path}.logRecords[${index}]`),
  );
}

function resourceLogs(value: unknown, path: string): LogEvent[] {
  const group = object(value, path);
  if (group['resource'] !== undefined && group['resource'] !== null) {
    const resource = object(group['resource'], `${path}.resource`);
    keyValues(resource['attributes'], `${path}.resource.attributes`);
  }
  return required(group['scopeLogs'], `${path}.scopeLogs`).flatMap((scope, index) =>
    scopeLogs(scope, `${path}.scopeLogs[${index}]`),
  );
}

function parsed(body: string): unknown {
  const faults: JsonFault[] = [];
  const value = readJson(body, faults);
  const [first] = faults;
  // What stands twice is read one way here and another way elsewhere.
  if (first) fault(first.path || 'body', first.expected.replace(/ \(.*/s, ''));
  return value;
}

function ours(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return fault('body', 'JSON');
  }
}

/**
 * Never throws. Unknown fields are ignored, as OTLP asks of a receiver.
 *
 * @param isOurs it was written here: nothing in it stands twice.
 */
export function readLogs(body: string, isOurs = false): Reading {
  try {
    const root = object(isOurs ? ours(body) : parsed(body), 'body');
    const events = required(root['resourceLogs'], 'resourceLogs').flatMap((group, index) =>
      resourceLogs(group, `resourceLogs[${index}]`),
    );
    return { ok: true, events };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, error: error.message };
    throw error;
  }
}
