// Events, messages and folders for tests of the receiver.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEvent } from './store.ts';

export const NOW_MS = Date.UTC(2026, 10, 27, 12);
export const DAY_MS = 86_400_000;

let last = 0;
export const freshId = (): string => `id-${String((last += 1)).padStart(6, '0')}`;

export const stored = (changes: Partial<StoredEvent> = {}): StoredEvent => ({
  id: freshId(),
  name: 's9.page_view',
  occurredAtMs: NOW_MS,
  receivedAtMs: NOW_MS,
  recordId: 'record-1',
  attributes: { 'url.path': '/' },
  ...changes,
});

export const leave = (seconds: number, changes: Partial<StoredEvent> = {}): StoredEvent =>
  stored({
    name: 's9.page_leave',
    ...changes,
    attributes: { 'url.path': '/', 's9.visible_seconds': seconds, ...changes.attributes },
  });

export const proof = (
  recordId: string,
  subject: string,
  purposes: Readonly<Record<string, 'granted' | 'denied'>> = { analytics: 'granted' },
  changes: Partial<StoredEvent> = {},
): StoredEvent =>
  stored({
    id: recordId,
    name: 's9.choice',
    recordId,
    subject,
    attributes: Object.fromEntries(
      Object.entries(purposes).map(([id, answer]) => [`s9.purpose.${id}`, answer]),
    ),
    ...changes,
  });

/** The day of `NOW_MS`. */
export const TODAY = {
  fromMs: Date.UTC(2026, 10, 27),
  toMs: Date.UTC(2026, 10, 28),
};

/** An empty folder, gone at the end of the test. */
export function scratch(atEnd: (run: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 's9-receiver-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
