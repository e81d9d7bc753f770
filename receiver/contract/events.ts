// Events as a receiver would keep them, around noon of a day.
import { randomUUID } from 'node:crypto';
import type { Range, StoredEvent } from '../store.ts';

export const DAY_MS = 86_400_000;
export const NOON_MS = Date.UTC(2026, 2, 1, 12);
/** The day of `NOON_MS`. */
export const DAY: Range = { fromMs: NOON_MS - DAY_MS / 2, toMs: NOON_MS + DAY_MS / 2 };

type Change = Partial<Omit<StoredEvent, 'attributes'>> & {
  readonly attributes?: Record<string, string | number | boolean>;
};

export const event = (name: StoredEvent['name'], change: Change = {}): StoredEvent => ({
  id: randomUUID(),
  name,
  occurredAtMs: NOON_MS,
  receivedAtMs: NOON_MS + 1000,
  recordId: randomUUID(),
  attributes: {},
  ...change,
});

export const view = (path: string, change: Change = {}): StoredEvent =>
  event('s9.page_view', { ...change, attributes: { 'url.path': path, ...change.attributes } });

export const leave = (path: string, seconds: number, change: Change = {}): StoredEvent =>
  event('s9.page_leave', {
    ...change,
    attributes: { 'url.path': path, 's9.visible_seconds': seconds, ...change.attributes },
  });

export function proofOf(recordId: string, subject: string, change: Change = {}): StoredEvent {
  const attributes = { 's9.purpose.analytics': 'granted', ...change.attributes };
  return event('s9.choice', { id: recordId, recordId, subject, ...change, attributes });
}

export const times = <Each>(count: number, make: (index: number) => Each): Each[] =>
  Array.from({ length: count }, (_, index) => make(index));
