// What leaves, as it leaves, and what becomes of it: with a network and a clock of the test's own.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOON_MS } from '../../core/choice/fakes.ts';
import type { LedgerEntry } from '../../core/rights/exported.ts';
import type { Try } from '../../core/telemetry/delivery.ts';
import type { TelemetryEvent } from '../../core/telemetry/events.ts';
import { createOutbox } from './outbox.ts';

const ENDPOINT = 'https://collector.example/v1/logs';

const event = (id: string): TelemetryEvent => ({
  id,
  name: 's9.page_view',
  occurredAt: NOON_MS - 1500,
  attributes: { 'url.path': `/${id}`, 's9.event.id': id },
});

type Answer = Response | 'no answer' | 'never';

interface Sent {
  readonly to: string;
  readonly init: RequestInit;
}

let sent: Sent[];
/** What the receiver answers, in turn; then 200. */
let answers: Answer[];

const answered = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

beforeEach(() => {
  vi.useFakeTimers({ now: NOON_MS });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  [sent, answers] = [[], []];
  vi.stubGlobal('fetch', (to: string, init: RequestInit): Promise<Response> => {
    sent.push({ to, init });
    const answer = answers.shift() ?? answered(200);
    if (answer === 'no answer') return Promise.reject(new TypeError('Failed to fetch'));
    return answer === 'never'
      ? new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        })
      : Promise.resolve(answer);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** An outbox, and what it said of its tries. */
function open(endpoint = ENDPOINT) {
  const noted: LedgerEntry[] = [];
  const tries: Try[] = [];
  const outbox = createOutbox({
    endpoint,
    build: '1.2.3+abc',
    note: (entry) => void noted.push(entry),
    tried: (tried) => void tries.push(tried),
  });
  return {
    outbox,
    noted,
    tries,
    send: (id: string) => outbox.send(async () => event(id)),
    queued: () => outbox.queue().map(({ id }) => id),
    outcomes: () => noted.map(({ outcome }) => outcome),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const idsSent = () =>
  sent.map(
    ({ init }) => /"s9\.event\.id","value":\{"stringValue":"(.*?)"/.exec(String(init.body))?.[1],
  );

describe('what leaves', () => {
  it('S-12 is one OTLP log record, in JSON', async () => {
    open().send('a');
    await pass(0);
    const [{ to, init }] = sent as [Sent];
    expect(to).toBe(ENDPOINT);
    expect(init.method).toBe('POST');
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/json');
    expect(JSON.parse(String(init.body))).toEqual({
      resourceLogs: [
        {
          resource: { attributes: [] },
          scopeLogs: [
            {
              scope: { name: 'social9-consent', version: '1.2.3+abc' },
              logRecords: [
                {
                  timeUnixNano: `${NOON_MS - 1500}000000`,
                  observedTimeUnixNano: `${NOON_MS}000000`,
                  severityNumber: 9,
                  eventName: 's9.page_view',
                  attributes: [
                    { key: 'url.path', value: { stringValue: '/a' } },
                    { key: 's9.event.id', value: { stringValue: 'a' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('L-26 says nothing of the page it left, or of who looks at it', async () => {
    open().send('a');
    await pass(0);
    const { init } = sent[0] as Sent;
    expect(init).toMatchObject({ referrerPolicy: 'no-referrer', credentials: 'omit' });
    expect(Object.keys(new Headers(init.headers))).toEqual([]);
    expect([...new Headers(init.headers).keys()]).toEqual(['content-type']);
  });

  it('S-10 X-10 outlives the page, and is no beacon', async () => {
    const beacon = vi.fn(() => true);
    vi.stubGlobal('navigator', { sendBeacon: beacon });
    open().send('a');
    await pass(0);
    expect(sent[0]?.init.keepalive).toBe(true);
    expect(beacon).not.toHaveBeenCalled();
  });

  it('L-26 goes nowhere but to its address: a receiver that sends it on gets no second one', async () => {
    open().send('a');
    await pass(0);
    expect(sent[0]?.init.redirect).toBe('error');
  });

  it('L-27 is noted as it goes, byte for byte, each try by itself, with what became of it', async () => {
    answers = ['no answer'];
    const { noted, send } = open();
    send('a');
    await pass(0);
    const [first] = sent;
    const entry = { sentAt: NOON_MS, to: ENDPOINT, body: first?.init.body, eventId: 'a' };
    expect(noted).toEqual([
      { ...entry, outcome: 'leaving' },
      { ...entry, outcome: 'unanswered' },
    ]);
    await pass(1000);
    const again = { ...entry, sentAt: NOON_MS + 1000, body: sent[1]?.init.body };
    expect(noted.slice(2)).toEqual([
      { ...again, outcome: 'leaving' },
      { ...again, outcome: 'sent' },
    ]);
  });

  it.each([
    [200, 'sent'],
    [204, 'sent'],
    [400, 'refused'],
    [503, 'refused'],
  ])('L-27 is noted as what the receiver made of it: %i is %s', async (status, outcome) => {
    answers = [answered(status)];
    const { outcomes, send } = open();
    send('a');
    await pass(0);
    expect(outcomes()).toEqual(['leaving', outcome]);
  });

  it('L-27 is noted as dropped where a no stops it on its way', async () => {
    answers = ['never'];
    const { outbox, outcomes, send } = open();
    send('a');
    await pass(0);
    expect(outcomes()).toEqual(['leaving']);
    outbox.purge();
    await pass(0);
    expect(outcomes()).toEqual(['leaving', 'dropped']);
  });

  it('L-27 is not noted as leaving where no browser lets it', async () => {
    const { outcomes, send } = open('https://name:word@collector.example/v1/logs');
    send('a');
    await pass(0);
    expect([sent, outcomes()]).toEqual([[], ['unanswered']]);
  });

  it('F-40 is as it should be where the page has changed how texts and lists are written', async () => {
    const faked = { toJSON: () => 'faked' };
    Object.assign(Array.prototype, faked);
    Object.assign(String.prototype, faked);
    try {
      open().send('a');
      await pass(0);
    } finally {
      for (const { prototype } of [Array, String]) {
        delete (prototype as { toJSON?: unknown }).toJSON;
      }
    }
    expect(idsSent()).toEqual(['a']);
    expect(String(sent[0]?.init.body)).not.toContain('faked');
  });

  it('F-24 is nothing where nothing may leave any more', async () => {
    const { outbox, noted, tries } = open();
    outbox.send(async () => null);
    await pass(60_000);
    expect([sent, noted, tries, outbox.queue()]).toEqual([[], [], [], []]);
  });
});

describe('an answer of the receiver', () => {
  it.each([200, 202, 301, 400, 401, 404, 413, 500])('S-12 %i is its last word', async (status) => {
    answers = [answered(status)];
    const { send, tries, queued } = open();
    send('a');
    await pass(3_600_000);
    expect(sent).toHaveLength(1);
    expect(tries).toMatchObject([{ eventId: 'a', reply: { status }, delayMs: null }]);
    expect(queued()).toEqual([]);
  });

  it.each([429, 502, 503, 504])('S-12 %i is tried again, later each time', async (status) => {
    answers = [answered(status), answered(status)];
    const { send, tries } = open();
    send('a');
    await pass(0);
    await pass(999);
    expect(sent).toHaveLength(1);
    await pass(1);
    expect(sent).toHaveLength(2);
    await pass(1999);
    expect(sent).toHaveLength(2);
    await pass(1);
    expect(sent).toHaveLength(3);
    expect(tries.map(({ delayMs }) => delayMs)).toEqual([1000, 2000, null]);
  });

  it('F-24 that never comes is waited for as long as the page lives, minutes apart', async () => {
    answers = Array.from({ length: 99 }, () => 'no answer');
    const { send, tries, queued } = open();
    send('a');
    await pass(3_600_000);
    const { length } = sent;
    // Nine tries in as many minutes, and then one in four.
    expect(length).toBe(22);
    expect(new Set(tries.map(({ reply }) => reply))).toEqual(new Set([null]));
    await pass(3_600_000);
    expect(sent.length - length).toBe(14);
    expect(queued()).toEqual(['a']);
  });

  it('F-24 is not waited for by all visitors alike', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    answers = ['no answer'];
    open().send('a');
    await pass(500);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['30', 30_000],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120_000],
  ])('S-12 that asks for a pause gets it: Retry-After %s', async (retryAfter, pauseMs) => {
    answers = [answered(503, { 'Retry-After': retryAfter })];
    open().send('a');
    await pass(pauseMs - 1);
    expect(sent).toHaveLength(1);
    await pass(1);
    expect(sent).toHaveLength(2);
  });

  it('S-12 that asks for a day has it, and what is granted is not dropped for that', async () => {
    answers = [answered(429, { 'Retry-After': '86400' })];
    const { send, queued } = open();
    send('a');
    await pass(86_399_999);
    expect([sent.length, queued()]).toEqual([1, ['a']]);
    await pass(1);
    expect([sent.length, queued()]).toEqual([2, []]);
  });

  it('F-30 is told with both clocks', async () => {
    const date = 'Sun, 01 Mar 2026 11:59:58 GMT';
    answers = [answered(200, { Date: date })];
    const { send, tries } = open();
    send('a');
    await pass(0);
    expect(tries).toEqual([
      {
        eventId: 'a',
        reply: { status: 200, retryAfter: null, date },
        delayMs: null,
        sentAt: NOON_MS,
        answeredAt: NOON_MS,
      },
    ]);
  });
});

describe('what waits', () => {
  it('F-28 is made anew for each try, under the same id', async () => {
    answers = ['no answer', 'no answer'];
    let made = 0;
    open().outbox.send(async () => {
      made++;
      return event('a');
    });
    await pass(10_000);
    expect(made).toBe(3);
    expect(idsSent()).toEqual(['a', 'a', 'a']);
  });

  it('F-24 does not leave any more once it may not', async () => {
    answers = ['no answer'];
    const now = { isAllowed: true };
    const { outbox, queued } = open();
    outbox.send(async () => (now.isAllowed ? event('a') : null));
    await pass(0);
    now.isAllowed = false;
    await pass(3_600_000);
    expect(sent).toHaveLength(1);
    expect(queued()).toEqual([]);
  });

  it('L-27 can be looked at: what waits to be sent again, and nothing that has left', async () => {
    answers = [answered(503), answered(200), answered(503)];
    const { send, queued } = open();
    for (const id of ['a', 'b', 'c']) send(id);
    expect(queued()).toEqual([]);
    await pass(0);
    expect(queued()).toEqual(['a', 'c']);
    await pass(1000);
    expect(queued()).toEqual([]);
  });

  it('F-07 is bounded: the thirty-first takes the place of the oldest', async () => {
    answers = Array.from({ length: 32 }, () => answered(503));
    const { send, queued } = open();
    const ids = Array.from({ length: 32 }, (_each, at) => `event-${at}`);
    for (const id of ids) send(id);
    await pass(0);
    expect(queued()).toEqual(ids.slice(2));
    await pass(1000);
    expect(idsSent().slice(32)).toEqual(ids.slice(2));
  });
});

describe('a purge', () => {
  it('F-25 drops what waits', async () => {
    answers = [answered(503), answered(503)];
    const { outbox, send, queued } = open();
    send('a');
    send('b');
    await pass(0);
    outbox.purge();
    expect(queued()).toEqual([]);
    await pass(3_600_000);
    expect(sent).toHaveLength(2);
  });

  it('F-25 aborts what is on its way, which is not tried again', async () => {
    answers = ['never'];
    const { outbox, send, queued, tries } = open();
    send('a');
    await pass(0);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    outbox.purge();
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    await pass(3_600_000);
    expect(sent).toHaveLength(1);
    expect([queued(), tries]).toEqual([[], []]);
  });

  it('F-25 stops what is still being made', async () => {
    const { outbox } = open();
    let make = (_event: TelemetryEvent): void => undefined;
    outbox.send(() => new Promise((resolve) => (make = resolve)));
    outbox.purge();
    make(event('a'));
    await pass(0);
    expect(sent).toEqual([]);
  });

  it('leaves the way open for what comes after it', async () => {
    const { outbox, send } = open();
    outbox.purge();
    send('a');
    await pass(0);
    expect(idsSent()).toEqual(['a']);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
  });
});
