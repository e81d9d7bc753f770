// What waits of a visit, with a disk, and a network and a receiver of the test's own. For tests only.
import { vi } from 'vitest';
import { POLICY } from '../../core/choice/fakes.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import { NAME } from '../../core/name.ts';
import type { PurposeTerms } from '../../core/policy/policy.ts';
import type { TelemetryHost } from '../../core/ports.ts';
import type { LedgerEntry } from '../../core/rights/exported.ts';
import type { TelemetryEvent } from '../../core/telemetry/events.ts';
import { readLedger } from '../database/ledger.ts';
import { changeValue, deleteAll, readValue } from '../database/values.ts';
import { createVisitOutbox } from './visit-outbox.ts';

export const [, ANALYTICS] = POLICY.purposes as [unknown, PurposeTerms];
export const ENDPOINT = 'https://collector.example/v1/logs';

type Answer = Response | 'no answer' | 'never';

/** What the receiver got, in turn. */
export const bodies: string[] = [];
export const signals: (AbortSignal | null | undefined)[] = [];
/** What the receiver answers, in turn; then 200. */
export const answers: Answer[] = [];

export const answered = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

export const recordOf = (recordId: string, analytics = true) => ({
  recordId,
  decidedAt: Date.now(),
  purposes: { analytics },
});

export const eventOf = (id: string, change: Partial<TelemetryEvent> = {}): TelemetryEvent => ({
  id,
  name: 's9.page_view',
  occurredAt: Date.now(),
  attributes: { 's9.event.id': id, 's9.record.id': 'r1', 'url.path': `/${id}` },
  ...change,
});

/** Closes each tab of a test: none sends anything in the next one. */
const tabs: (() => void)[] = [];

/** As choices were recorded on disk. */
export const decide = (...history: unknown[]) => changeValue('history', () => history);

/** A page of the site, and what it knows of the choice until it reads it again. */
export function tab(purpose = ANALYTICS) {
  const knows = {
    isGranted: true,
    recordId: 'r1' as string | null,
    storage: 'indexeddb' as 'indexeddb' | 'memory',
  };
  const outgoing: TelemetryHost['outgoing'] = { outboxes: [], unstored: [] };
  const host: TelemetryHost = {
    outgoing,
    state: () => knows as unknown as ConsentState,
    allows: () => knows.isGranted,
    async reread() {
      const history = (await readValue('history')) as ReturnType<typeof recordOf>[] | undefined;
      const newest = history?.at(-1);
      if (!newest) return;
      knows.isGranted = newest.purposes.analytics;
      knows.recordId = newest.recordId;
    },
  };
  const outbox = createVisitOutbox({ endpoint: ENDPOINT, build: 'test', purpose }, host);
  tabs.push(() => {
    knows.isGranted = false;
    outbox.purge();
  });
  return { outbox, knows, outgoing, add: (id: string) => outbox.add([eventOf(id)]) };
}

const idsIn = (body: string) =>
  [...body.matchAll(/"s9\.event\.id","value":\{"stringValue":"(.*?)"/g)].map(([, id]) => id);
export const sent = () => bodies.map(idsIn);
export const queued = async () =>
  ((await readValue('outbox')) as { events: TelemetryEvent[] } | undefined)?.events.map(
    ({ id }) => id,
  ) ?? [];
export const ledger = async () =>
  (await readLedger({ outboxes: [], unstored: [] })) as readonly LedgerEntry[];
export const outcomes = async () => (await ledger()).map(({ outcome }) => outcome);

/** An empty disk with one yes, and a receiver that has got nothing yet. */
export async function begin(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => void request.result.createObjectStore('keyval');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  for (const list of [bodies, signals, answers]) list.length = 0;
  vi.stubGlobal('fetch', (_to: string, init: RequestInit): Promise<Response> => {
    bodies.push(String(init.body));
    signals.push(init.signal);
    const answer = answers.shift() ?? answered(200);
    if (answer === 'no answer') return Promise.reject(new TypeError('Failed to fetch'));
    return answer === 'never'
      ? new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        })
      : Promise.resolve(answer);
  });
  await decide(recordOf('r1'));
}

/** Nothing of a test is left for the next one. */
export async function end(): Promise<void> {
  for (const leave of tabs.splice(0)) leave();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await navigator.locks.request(NAME, () => undefined);
  await deleteAll();
  localStorage.clear();
}
