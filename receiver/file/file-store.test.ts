// The embedded store keeps what it said it keeps, once, whatever becomes of its process and its disk.
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { leave, proof, scratch, stored, TODAY } from '../fakes.ts';
import { StoreBusy, type StoredEvent } from '../store.ts';
import { fileStore } from './file-store.ts';
import type { FileStoreOptions } from './file-store-options.ts';

const said: string[] = [];

function open(folder: string, options: Partial<FileStoreOptions> = {}) {
  said.length = 0;
  const store = fileStore({ folder, onWarning: (words) => said.push(words), ...options });
  return store;
}

const folder = () => scratch(onTestFinished);
const filesOf = (at: string, kind: string) =>
  readdirSync(at).filter((name) => name.startsWith(kind));
const textOf = (at: string) =>
  readdirSync(at)
    .map((name) => readFileSync(join(at, name), 'utf8'))
    .join('');
const viewsOf = async (at: string) => {
  const store = open(at, { readOnly: true });
  return (await store.stats(TODAY)).views;
};

describe('what is written', () => {
  test('is OTLP in JSON, a line at a time, visits and proofs apart', async () => {
    const at = folder();
    const store = open(at);
    await store.write([
      stored({
        id: 'e1',
        attributes: { 'url.path': '/a', 's9.engaged_seconds': 1.5, n: 2, b: true },
      }),
      proof('r1', 'subject-1'),
    ]);
    await store.close();
    expect(readdirSync(at).toSorted()).toEqual([
      'erased.jsonl',
      'proofs-00000001.jsonl',
      'visits-00000001.jsonl',
    ]);
    const line = readFileSync(join(at, 'visits-00000001.jsonl'), 'utf8');
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({
      resourceLogs: [
        {
          resource: {},
          scopeLogs: [
            {
              scope: { name: 'social9-consent' },
              logRecords: [
                {
                  timeUnixNano: '1795780800000000000',
                  observedTimeUnixNano: '1795780800000000000',
                  severityNumber: 9,
                  eventName: 's9.page_view',
                  attributes: [
                    { key: 's9.event.id', value: { stringValue: 'e1' } },
                    { key: 's9.record.id', value: { stringValue: 'record-1' } },
                    { key: 'url.path', value: { stringValue: '/a' } },
                    { key: 's9.engaged_seconds', value: { doubleValue: 1.5 } },
                    { key: 'n', value: { intValue: '2' } },
                    { key: 'b', value: { boolValue: true } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('F-28 counts once, in one write, in two, and after a restart', async () => {
    const at = folder();
    const event = stored();
    let store = open(at);
    await store.write([event, event]);
    await Promise.all([store.write([event]), store.write([event, stored()])]);
    await store.close();
    store = open(at);
    await store.write([event]);
    expect((await store.stats(TODAY)).views).toBe(2);
    await store.close();
    expect(await viewsOf(at)).toBe(2);
    expect(textOf(at).match(/"s9\.page_view"/g)).toHaveLength(2);
  });

  test('of a leave that came again the longer counts', async () => {
    const at = folder();
    let store = open(at);
    await store.write([leave(10, { id: 'l1' }), leave(4, { id: 'l1' }), leave(30, { id: 'l2' })]);
    await store.write([leave(20, { id: 'l1' })]);
    await store.write([leave(5, { id: 'l1' })]);
    const expected = { leaves: 2, averageSeconds: 25, medianSeconds: 25 };
    expect((await store.stats(TODAY)).timeOnPage).toEqual(expected);
    await store.close();
    store = open(at);
    expect((await store.stats(TODAY)).timeOnPage).toEqual(expected);
    await store.close();
  });

  test('goes on in a new file once one is full', async () => {
    const at = folder();
    const store = open(at, { maxFileBytes: 1000 });
    for (let written = 0; written < 6; written++) await store.write([stored(), stored()]);
    await store.close();
    expect(filesOf(at, 'visits').length).toBeGreaterThan(2);
    for (const name of filesOf(at, 'visits')) {
      expect(statSync(join(at, name)).size).toBeLessThan(2000);
    }
    expect(await viewsOf(at)).toBe(12);
  });

  test('ends where there is no room, and loses nothing that was kept', async () => {
    const at = folder();
    const store = open(at, { maxBytes: 1000 });
    const full = async () => {
      for (;;) await store.write([stored()]);
    };
    await expect(full()).rejects.toThrow(StoreBusy);
    const { views } = await store.stats(TODAY);
    expect(views).toBeGreaterThan(0);
    await store.close();
    expect(await viewsOf(at)).toBe(views);
  });
});

describe('a folder', () => {
  test('with half a line is read up to it, and the half is dropped and said', async () => {
    const at = folder();
    const store = open(at);
    await store.write([stored()]);
    await store.close();
    const file = join(at, 'visits-00000001.jsonl');
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, whole.slice(0, 40));
    const again = open(at);
    await again.write([stored()]);
    expect((await again.stats(TODAY)).views).toBe(2);
    expect(said).toEqual([`${file}: dropped 40 bytes of a line that was never finished`]);
    await again.close();
    expect(await viewsOf(at)).toBe(2);
    expect(said).toEqual([]);
  });

  test('with a line that nobody can read is read around it, and that is said', async () => {
    const at = folder();
    const store = open(at);
    await store.write([stored()]);
    await store.close();
    const file = join(at, 'visits-00000001.jsonl');
    writeFileSync(file, `nonsense\n${readFileSync(file, 'utf8')}`);
    expect(await viewsOf(at)).toBe(1);
    expect(said).toEqual([`${file}: skipped the line before byte 9: expected OTLP logs`]);
  });

  test('is open once', async () => {
    const at = folder();
    const store = open(at);
    await store.opened;
    const other = open(at);
    await expect(other.opened).rejects.toThrow('no other store has open');
    await expect(other.write([stored()])).rejects.toThrow('no other store has open');
    await store.close();
    await open(at).opened;
  });

  test('of a process that was killed is taken over, of one that lives it is not', async () => {
    const at = folder();
    writeFileSync(join(at, 'lock'), '999999999');
    const store = open(at);
    await store.opened;
    await store.close();
    writeFileSync(join(at, 'lock'), String(process.ppid));
    await expect(open(at).opened).rejects.toThrow(`and ${process.ppid} does`);
  });

  test.each([
    [{ folder: '' }, 'folder: expected the path of a folder'],
    [{ folder: 'x', maxBytes: 0 }, 'maxBytes: expected a number of bytes'],
  ])('%j is refused by name', async (options, words) => {
    await expect(fileStore(options).opened).rejects.toThrow(words);
  });

  test('that is still being read takes no more than memory can hold', async () => {
    const store = open(folder());
    const many = Array.from({ length: 30_000 }, () => stored({ id: 'same' }));
    const writes = await Promise.allSettled([store.write(many), store.write(many)]);
    expect(writes).toMatchObject([{ status: 'fulfilled' }, { reason: expect.any(StoreBusy) }]);
    await store.close();
  });

  test.skipIf(process.platform === 'win32')('is nobody else’s to read', async () => {
    const at = join(folder(), 'data');
    const store = open(at);
    await store.write([stored()]);
    await store.close();
    expect(statSync(at).mode & 0o007).toBe(0);
    for (const name of readdirSync(at)) expect(statSync(join(at, name)).mode & 0o007).toBe(0);
  });

  test('that is only read takes nothing', async () => {
    const at = folder();
    const store = open(at, { readOnly: true });
    await expect(store.write([stored()])).rejects.toThrow('readOnly');
    expect(readdirSync(at)).toEqual([]);
  });
});

describe('L-27 an erasure', () => {
  const events = (): StoredEvent[] => [
    proof('r1', 'anna'),
    proof('r2', 'anna'),
    proof('r3', 'ben'),
    stored({ recordId: 'r1' }),
    stored({ recordId: 'r2', attributes: { 'url.path': '/two' } }),
    leave(10, { id: 'l1', recordId: 'r2' }),
    leave(20, { id: 'l1', recordId: 'r2' }),
    stored({ recordId: 'r3' }),
    leave(7, { recordId: 'r3' }),
  ];

  test('takes all that is under the subject, out of files and numbers, and nothing else', async () => {
    const at = folder();
    const store = open(at, { maxFileBytes: 300 });
    for (const event of events()) await store.write([event]);
    expect(await store.erase('r1')).toBe(5);
    const stats = await store.stats(TODAY);
    expect(stats).toMatchObject({
      views: 1,
      timeOnPage: { leaves: 1, averageSeconds: 7 },
      answers: { proofs: 1, purposes: { analytics: { granted: 1 } } },
    });
    expect([await store.proof('r2'), (await store.proof('r3'))?.subject]).toEqual([
      undefined,
      'ben',
    ]);
    await store.close();
    expect(textOf(at)).not.toContain('anna');
    expect(textOf(at).replace(/.*recordIds.*/, '')).not.toMatch(/"r[12]"/);
    const again = open(at);
    expect(await again.stats(TODAY)).toEqual(stats);
    await again.close();
  });

  test('holds for what comes under the record later, and after a restart', async () => {
    const at = folder();
    let store = open(at);
    await store.write(events());
    await store.erase('r2');
    await store.write([stored({ recordId: 'r1' })]);
    await store.close();
    store = open(at);
    await store.write([stored({ recordId: 'r2' })]);
    expect((await store.stats(TODAY)).views).toBe(1);
    await store.close();
  });

  test('that a killed process began is finished by the next', async () => {
    const at = folder();
    const store = open(at);
    await store.write(events());
    await store.close();
    appendFileSync(
      join(at, 'erased.jsonl'),
      `${JSON.stringify({ recordIds: ['r1', 'r2'], erasedAtMs: Date.now() })}\n`,
    );
    const again = open(at);
    expect((await again.stats(TODAY)).views).toBe(1);
    await again.close();
    expect(textOf(at)).not.toContain('anna');
  });

  test('of what is not here is none', async () => {
    const store = open(folder());
    expect(await store.erase('nobody')).toBe(0);
    await store.close();
  });
});

test('what is too old goes, each data item by its own', async () => {
  const at = folder();
  const store = open(at, { maxFileBytes: 200 });
  const [old, older] = [TODAY.fromMs - 100, TODAY.fromMs - 200];
  await store.write([stored({ receivedAtMs: older, attributes: { 'url.path': '/older' } })]);
  await store.write([
    stored({ receivedAtMs: old, attributes: { 'url.path': '/old', 'browser.language': 'de' } }),
    stored({ attributes: { 'url.path': '/new', 'browser.language': 'fr' } }),
    proof('r1', 'anna', {}, { receivedAtMs: older }),
  ]);
  const before = {
    visitsBeforeMs: old,
    proofsBeforeMs: older,
    attributesBeforeMs: { 'browser.language': old + 1 },
  };
  await store.expire(before);
  expect(textOf(at)).toMatch(/\/old".*\/new"/);
  expect(textOf(at)).not.toMatch(/\/older|"de"/);
  expect(textOf(at)).toContain('"fr"');
  expect(await store.proof('r1')).toBeDefined();
  await store.expire({ ...before, proofsBeforeMs: old });
  expect(await store.proof('r1')).toBeUndefined();
  await store.write([stored()]);
  await store.close();
});
