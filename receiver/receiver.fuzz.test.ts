// Whatever is sent to the receiver, it answers, keeps only what it may, and loses nothing that came beside it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createReceiver, type Receive } from './receiver.ts';
import type { Store, StoredEvent } from './store.ts';

const RUNS = Number(process.env['S9_FUZZ'] ?? 300);
const ANSWERS = [200, 400, 413, 415];
const KEPT = ['s9.page_view', 's9.page_leave', 's9.custom', 's9.choice'];

let written: StoredEvent[] = [];
const store: Store = {
  write: (events) => Promise.resolve(void written.push(...events)),
  erase: () => Promise.resolve(0),
  proof: () => Promise.resolve(undefined),
  expire: () => Promise.resolve(),
  stats: () => Promise.reject(new Error('nobody asks')),
  close: () => Promise.resolve(),
};
const wrong: unknown[] = [];
let receive: Receive;
const server = createServer((request, response) => void receive(request, response));
let url = '';

beforeAll(async () => {
  receive = createReceiver({
    policy: {},
    store,
    maxBodyBytes: 100_000,
    onError: (error) => wrong.push(error),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/logs`;
});
afterAll(async () => {
  receive.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function post(body: string | Uint8Array, headers: Record<string, string> = {}) {
  written = [];
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body as BodyInit,
  });
  const json: unknown = await response.json();
  return { status: response.status, json };
}

const record = (id: string) => ({
  timeUnixNano: `${Date.now()}000000`,
  severityNumber: 9,
  eventName: 's9.page_view',
  attributes: [
    { key: 's9.event.id', value: { stringValue: id } },
    { key: 's9.record.id', value: { stringValue: 'record' } },
    { key: 'url.path', value: { stringValue: '/' } },
  ],
});

const messageOf = (logRecords: readonly unknown[]) =>
  JSON.stringify({ resourceLogs: [{ resource: {}, scopeLogs: [{ scope: {}, logRecords }] }] });

const ODDITIES: readonly string[] = [
  // No JSON, JSON that JavaScript reads as something else, and values of a wrong kind.
  ...'1e400 -0 123456789012345678901234567890 NaN "" null {} [] [[]] "0" "-1" 1e308'.split(' '),
  ...'"\\ud800" "\\u0000" {"__proto__":{"stringValue":"x"}} {"constructor":1}'.split(' '),
  ...'{"stringValue":"a","stringValue":"b"} {"intValue":"99999999999999999999"}'.split(' '),
  ...'{"doubleValue":"NaN"} {"doubleValue":1e308} "4102444800000000000"'.split(' '),
  '['.repeat(5000) + ']'.repeat(5000),
  '{"arrayValue":{"values":['.repeat(200) + ']}}'.repeat(200),
  `"${'x'.repeat(50_000)}"`,
];

const TYPES = [
  'text/plain,application/json; charset=utf-8,application/json;charset=latin1',
  'application/x-protobuf,application/json,multipart/form-data',
].flatMap((each) => each.split(','));

/** What stands in for any value of a message; as text, for JSON has more than JavaScript writes. */
const ODD = fc.oneof(
  fc.constantFrom(...ODDITIES),
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
);

/** Where a value stands in a JSON text. */
const VALUE = /"(?:[^"\\]|\\.)*"(?!:)|-?\d+/g;

function withOdd(text: string, at: number, odd: string): string {
  const places = [...text.matchAll(VALUE)];
  const place = places[at % places.length];
  if (!place) return text;
  return text.slice(0, place.index) + odd + text.slice(place.index + place[0].length);
}

function expectSound({ status, json }: { status: number; json: unknown }): void {
  expect(ANSWERS).toContain(status);
  if (status !== 200) {
    expect(json).toMatchObject({ message: expect.stringMatching(/expected/) });
    expect(written).toEqual([]);
  }
  for (const { name, id, recordId, occurredAtMs, attributes } of written) {
    expect(KEPT).toContain(name);
    expect(id).toMatch(/^\S{1,128}$/);
    expect(recordId).toMatch(/^\S{1,128}$/);
    expect(Math.abs(Date.now() - occurredAtMs)).toBeLessThan(10 * 86_400_000);
    for (const value of Object.values(attributes)) {
      expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
      expect(['string', 'number', 'boolean']).toContain(typeof value);
    }
  }
  expect(wrong).toEqual([]);
}

it('F-28 keeps what is right beside what is odd, or refuses all and says where', async () => {
  const property = fc.asyncProperty(fc.nat(), ODD, fc.boolean(), async (at, odd, isPacked) => {
    const middle = withOdd(JSON.stringify(record('middle')), at, odd);
    const text = messageOf([record('first'), 'MIDDLE', record('last')]);
    const body = text.replace('"MIDDLE"', () => middle);
    const answer = isPacked
      ? await post(gzipSync(body), { 'Content-Encoding': 'gzip' })
      : await post(body);
    expectSound(answer);
    if (answer.status === 200) {
      const ids = written.map(({ id }) => id);
      expect(ids[0]).toBe('first');
      expect(ids.at(-1)).toBe('last');
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

it('answers whatever bytes, packed or not, under whatever headers', async () => {
  const headers = fc.record(
    {
      'Content-Type': fc.constantFrom(...TYPES),
      'Content-Encoding': fc.constantFrom('gzip', 'identity', 'br', 'deflate', 'gzip, gzip', ''),
      Origin: fc.constantFrom('null', 'https://a.example', 'nonsense'),
      'X-Forwarded-For': fc.constantFrom('', '::1', '256.1.1.1', 'a, b, c'),
    },
    { requiredKeys: [] },
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.constant(new TextEncoder().encode(messageOf([record('one')]))),
    fc.constantFrom(
      gzipSync(Buffer.alloc(30_000_000)),
      gzipSync(messageOf([record('one')])).subarray(0, 60),
      Buffer.alloc(200_000, 0x5b),
      Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
    ),
  );
  const property = fc.asyncProperty(bytes, headers, async (body, given) => {
    expectSound(await post(body, given as Record<string, string>));
  });
  await fc.assert(property, { numRuns: RUNS });
  expect(await post(messageOf([record('still-here')]))).toMatchObject({ status: 200 });
  expect(written).toHaveLength(1);
});
