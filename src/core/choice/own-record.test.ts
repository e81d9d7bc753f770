import { expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { canonical } from '../policy/canonical.ts';
import type { ConsentRecord } from './choice.ts';
import { answerOf, NOON_MS, SETTINGS } from './fakes.ts';
import { isOwnRecord } from './own-record.ts';
import { makeRecord, stampNow } from './record.ts';

const ORIGIN = 'https://site.example';
const clock = { now: () => NOON_MS };
const ports = { clock, signals: { gpc: false }, build: 'test', origin: ORIGIN, webCrypto };
const mine = await makeRecord(answerOf([]), SETTINGS, ports, [], stampNow(ports));
const isOurs = (entry: unknown) => isOwnRecord(entry, ORIGIN, webCrypto);

/** As somebody writes it who can make a hash. */
async function hashed(change: object): Promise<unknown> {
  const { hash: _hash, ...record } = { ...mine, ...change } as ConsentRecord;
  return { ...record, hash: await webCrypto.digest(canonical(record)) };
}

it('a record as it was made here is ours', async () => {
  expect(await isOurs(mine)).toBe(true);
  expect(await isOurs(await hashed({}))).toBe(true);
});

it.each<[string, unknown]>([
  ['F-44 an edited one', { ...mine, purposes: { analytics: true } }],
  ['F-49 one of another site', await hashed({ origin: 'https://other.example' })],
  ['F-10 one of a later widget', await hashed({ shape: 2 })],
  ['F-11 one whose id is no text', await hashed({ recordId: 7 })],
  ['F-11 one that has no form', { ...mine, decidedAt: 1n }],
  ['F-11 nothing', null],
  ['F-11 a text', 'accept-all'],
])('%s is not', async (_what, entry) => {
  expect(await isOurs(entry)).toBe(false);
});
