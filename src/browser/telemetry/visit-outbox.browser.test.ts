// What waits of a visit, whatever becomes of the receiver, the page and the choice: with a disk, and a network of the test's own.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

const [, ANALYTICS] = POLICY.purposes as [unknown, PurposeTerms];
const ENDPOINT = 'https://collector.example/v1/logs';

type Answer = Response | 'no answer' | 'never';

let bodies: string[];
let signals: (AbortSignal | null | undefined)[];
/** What the receiver answers, in turn; then 200. */
let answers: Answer[];

const answered = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

const recordOf = (recordId: string, analytics = true) => ({
  recordId,
  decidedAt: Date.now(),
  purposes: { analytics },
});

const eventOf = (id: string, change: Partial<TelemetryEvent> = {}): TelemetryEvent => ({
  id,
  name: 's9.page_view',
  occurredAt: Date.now(),
  attributes: { 's9.event.id': id, 's9.record.id': 'r1', 'url.path': `/${id}` },
  ...change,
});

/** Closes each tab of a test: none sends anything in the next one. */
const tabs: (() => void)[] = [];

/** As choices were recorded on disk. */
const decide = (...history: unknown[]) => changeValue('history', () => history);

/** A page of the site, and what it knows of the choice until it reads it again. */
function tab(purpose = ANALYTICS) {
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
const sent = () => bodies.map(idsIn);
const queued = async () =>
  ((await readValue('outbox')) as { events: TelemetryEvent[] } | undefined)?.events.map(
    ({ id }) => id,
  ) ?? [];
const ledger = async () =>
  (await readLedger({ outboxes: [], unstored: [] })) as readonly LedgerEntry[];
const outcomes = async () => (await ledger()).map(({ outcome }) => outcome);

beforeEach(async () => {
  await new Promise<void>((resolve) => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => void request.result.createObjectStore('keyval');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  [bodies, signals, answers] = [[], [], []];
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
});

afterEach(async () => {
  for (const close of tabs.splice(0)) close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await navigator.locks.request(NAME, () => undefined);
  await deleteAll();
  localStorage.clear();
});

describe('what was granted', () => {
  it('S-10 leaves in one request, is gone from the disk then, and stands in the ledger', async () => {
    const { outbox } = tab();
    outbox.add([eventOf('a'), eventOf('b')]);
    await expect.poll(outcomes).toEqual(['sent']);
    expect(sent()).toEqual([['a', 'b']]);
    await expect.poll(queued).toEqual([]);
    expect(outbox.queue()).toEqual([]);
    const [entry] = await ledger();
    expect(entry).toMatchObject({ to: ENDPOINT, recordId: 'r1', eventId: 'a', body: bodies[0] });
  });

  it('F-22 is on disk before it leaves: a page that is killed on the way loses nothing', async () => {
    answers = ['never'];
    tab().add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    expect(await queued()).toEqual(['a']);
    expect(await outcomes()).toEqual(['leaving']);
  });

  it('F-24 is delivered by a later page where this one had no answer', async () => {
    answers = ['no answer'];
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    expect(await queued()).toEqual(['a']);
    tab().add('b');
    await expect.poll(queued).toEqual([]);
    expect(sent()).toEqual([['a'], ['a', 'b']]);
  });

  it('F-24 waits as the receiver asked, on every page', async () => {
    answers = [answered(429, { 'Retry-After': '3600' })];
    tab().add('a');
    await expect.poll(outcomes).toEqual(['refused']);
    const second = tab();
    second.add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
    await changeValue('outbox', (queue) => ({ ...(queue as object), dueAt: 0 }));
    tab().add('c');
    await expect.poll(() => sent().at(-1)).toEqual(['a', 'b', 'c']);
  });

  it.each([400, 401, 413, 500])(
    'S-12 F-24 that was answered with %i is not sent again',
    async (status) => {
      answers = [answered(status)];
      tab().add('a');
      await expect.poll(outcomes).toEqual(['refused']);
      await expect.poll(queued).toEqual([]);
      tab().add('b');
      await expect.poll(() => sent()).toEqual([['a'], ['b']]);
    },
  );

  it('F-24 is tried again at once when the device is online again', async () => {
    answers = ['no answer'];
    const { add } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    dispatchEvent(new Event('online'));
    await expect.poll(() => sent()).toEqual([['a'], ['a']]);
  });

  it('F-28 is sent by one tab at a time', async () => {
    answers = ['never'];
    const [first, second] = [tab(), tab()];
    first.add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    second.add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
    // The first tab is closed: a browser lets go of its lock, and the request had no answer.
    signals[0]?.dispatchEvent(new Event('abort'));
    await expect.poll(() => sent()[1]).toEqual(['a', 'b']);
  });

  it('F-28 is sent by one tab at a time where there are no locks too', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
    answers = ['never'];
    tab().add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    tab().add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
  });

  it('S-10 F-23 leaves in requests of 16 KiB at most, each after the one before', async () => {
    const long = (id: string) =>
      eventOf(id, {
        attributes: { 's9.event.id': id, 's9.record.id': 'r1', 'url.path': 'é'.repeat(3000) },
      });
    tab().outbox.add(['a', 'b', 'c'].map(long));
    await expect.poll(() => sent()).toEqual([['a', 'b'], ['c']]);
    await expect.poll(queued).toEqual([]);
    for (const body of bodies) expect(new Blob([body]).size).toBeLessThan(16_900);
  });

  it('L-26 carries what the policy of today declares, whatever lay on disk', async () => {
    answers = ['no answer'];
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    tab({ ...ANALYTICS, data: [] }).add('b');
    await expect.poll(queued).toEqual([]);
    expect(bodies[0]).toContain('url.path');
    expect(bodies[1]).not.toContain('url.path');
  });

  it('F-01 leaves where nothing can be stored, and is known as long as the page lives', async () => {
    await deleteAll();
    const { add, knows, outgoing } = tab();
    knows.storage = 'memory';
    add('a');
    await expect.poll(() => outgoing.unstored).toMatchObject([{ outcome: 'sent', recordId: 'r1' }]);
    expect(sent()).toEqual([['a']]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
  });
});

describe('at the end of a page', () => {
  const left = () => localStorage.getItem(NAME);

  it('F-22 what is left leaves at once, and stands in the ledger of the next page', async () => {
    answers = ['never'];
    const { outbox } = tab();
    outbox.last([eventOf('a')]);
    expect(sent()).toEqual([['a']]);
    // Its disk would keep the page out of the back/forward cache (F-20).
    expect(await queued()).toEqual([]);
    tab().add('b');
    await expect.poll(() => sent()).toEqual([['a'], ['a', 'b']]);
    expect(left()).toBeNull();
    expect((await ledger()).map(({ body }) => body)).toEqual(bodies);
    await expect.poll(outcomes).toEqual(['leaving', 'sent']);
  });

  it('F-24 what cannot leave is sent by the next page', async () => {
    answers = ['no answer'];
    const { outbox, add } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    outbox.last([eventOf('b')]);
    expect(bodies).toHaveLength(1);
    tab().add('c');
    await expect.poll(() => sent().at(-1)).toEqual(['a', 'b', 'c']);
    await expect.poll(queued).toEqual([]);
  });

  it('F-24 what cannot leave is sent by another tab, where no page comes next', async () => {
    const { add, knows } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['sent']);
    const leave = (id: string) => {
      localStorage.setItem(NAME, JSON.stringify({ events: [eventOf(id)] }));
      dispatchEvent(new StorageEvent('storage', { key: NAME, newValue: left() }));
    };
    leave('b');
    await expect.poll(() => sent(), { timeout: 20_000 }).toEqual([['a'], ['b']]);
    expect(left()).toBeNull();
    // Not where it was taken back meanwhile.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    leave('c');
    knows.isGranted = false;
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(left()).toContain('"c"');
    expect(await queued()).toEqual([]);
  });

  it('F-28 what is on its way already is not sent twice', async () => {
    answers = ['never'];
    const { outbox, add } = tab();
    add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    outbox.last([eventOf('b')]);
    expect(sent()).toEqual([['a'], ['b']]);
  });

  it('L-27 a page that was only hidden hears the answer, and says so', async () => {
    const { outbox, add } = tab();
    outbox.last([eventOf('a')]);
    await expect.poll(left).toBeNull();
    expect(await outcomes()).toEqual(['sent']);
    add('b');
    await expect.poll(() => sent()).toEqual([['a'], ['b']]);
  });

  it('L-27 F-25 what a page sent at its end is in the ledger, though the next page takes all back', async () => {
    answers = ['never'];
    tab().outbox.last([eventOf('a')]);
    tab().outbox.purge();
    expect(left()).toBeNull();
    await expect.poll(outcomes).toEqual(['leaving']);
    expect((await ledger()).map(({ body }) => body)).toEqual(bodies);
  });

  it('F-16 nothing leaves by what this tab knows alone where tabs have no channel', async () => {
    const Channel = BroadcastChannel;
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    tab().outbox.last([eventOf('a')]);
    Object.assign(globalThis, { BroadcastChannel: Channel });
    expect(bodies).toEqual([]);
    expect(left()).toContain('"a"');
  });

  it('L-19 L-27 what was left is gone with a no', () => {
    const { outbox } = tab();
    outbox.last([eventOf('a')]);
    outbox.purge();
    expect(left()).toBeNull();
  });

  it.each(['junk', '7', '{"events":7,"entries":{}}', '{"events":[null,{}],"entries":[]}'])(
    'F-11 what others have written there is nothing: %s',
    async (text) => {
      localStorage.setItem(NAME, text);
      tab().add('b');
      await expect.poll(() => sent()).toEqual([['b']]);
      await expect.poll(outcomes).toEqual(['sent']);
    },
  );
});

describe('what was taken back', () => {
  it('F-25 is aborted on its way, and gone from memory and disk', async () => {
    answers = ['never'];
    const { outbox, knows, add } = tab();
    add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    knows.isGranted = false;
    outbox.purge();
    expect(signals[0]?.aborted).toBe(true);
    expect(outbox.queue()).toEqual([]);
    await expect.poll(queued).toEqual([]);
    await expect.poll(outcomes).toEqual(['dropped']);
  });

  it('F-16 F-24 in another tab does not leave this one, though nothing has told it', async () => {
    const { outbox, add, knows } = tab();
    await decide(recordOf('r1'), recordOf('r2', false));
    add('a');
    await expect.poll(() => knows.isGranted).toBe(false);
    await expect.poll(queued).toEqual([]);
    expect(outbox.queue()).toEqual([]);
    expect(bodies).toEqual([]);
  });

  it('F-16 F-24 and has no record yet does not leave either', async () => {
    const { add, outbox } = tab();
    await changeValue('draft', () => ({ shape: 1, after: 'r1', decidedAt: Date.now() }));
    add('a');
    await expect.poll(queued).toEqual(['a']);
    expect(bodies).toEqual([]);
    outbox.purge();
  });

  it('L-19 is not sent by a later page, whoever has said yes again', async () => {
    answers = ['no answer'];
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    await decide(recordOf('r1'), recordOf('r2', false), recordOf('r3'));
    const later = tab();
    later.knows.recordId = 'r3';
    later.outbox.add([
      eventOf('b', {
        attributes: { 's9.event.id': 'b', 's9.record.id': 'r3', 'url.path': '/b' },
      }),
    ]);
    await expect.poll(() => sent().at(-1)).toEqual(['b']);
    await expect.poll(queued).toEqual([]);
  });

  it('F-04 F-16 on a disk that is late is waited for', async () => {
    const { add, knows } = tab();
    await decide(recordOf('r1'), recordOf('r2', false));
    const { open } = IDBFactory.prototype;
    let let_: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (let_ = resolve));
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation((...given) => {
      const request = open.apply(indexedDB, given);
      let hear: IDBRequest['onsuccess'] = null;
      Object.defineProperty(request, 'onsuccess', {
        set(listener) {
          hear = listener;
        },
      });
      request.addEventListener('success', (event) => {
        void gate.then(() => hear?.call(request, event));
      });
      return request;
    });
    add('a');
    // The choice that this tab knows has been read in vain by then.
    await readValue('history');
    expect(bodies).toEqual([]);
    let_();
    await expect.poll(() => knows.isGranted).toBe(false);
    expect(bodies).toEqual([]);
  });
});
