import { describe, expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import type { ConsentRecord } from '../choice/choice.ts';
import { type FoldedRecords, fold } from '../choice/fold.ts';
import type { Fault } from '../policy/shape.ts';
import { checkChain } from './chain.ts';
import { eventfulHistoryOf, historyOf } from './fakes.ts';

const LATE_MS = 8e15;

async function faultsOf(
  records: readonly ConsentRecord[],
  folded?: FoldedRecords,
): Promise<string[]> {
  const faults: Fault[] = [];
  await checkChain(records, folded, LATE_MS, webCrypto.digest, (index) => `[${index}]`, faults);
  return faults.map(({ path, expected }) => `${path}: ${expected}`);
}

describe('F-44 a history', () => {
  it('F-31 L-43 is whole with a choice that ran out and a signal in it', async () => {
    const records = await eventfulHistoryOf(webCrypto);
    expect(await faultsOf(records)).toEqual([]);
    const revived = records.map((record) =>
      record.source === 'expired' ? { ...record, expiresAt: 1e13 } : record,
    );
    expect(await faultsOf(revived)).toContain('[1].expiresAt: 0: that a choice ran out is none');
  });

  it('is whole where older records were folded, and tied to them', async () => {
    const history = fold(await historyOf(webCrypto), 2);
    const [folded, ...records] = history as [FoldedRecords, ...ConsentRecord[]];
    expect(records).toHaveLength(2);
    expect(await faultsOf(records, folded)).toEqual([]);
    const other = 'b'.repeat(64);
    expect(await faultsOf(records, { ...folded, hash: other })).toEqual([
      `[0].previous: the hash of what was before, ${other}`,
    ]);
    expect(await faultsOf(records, { ...folded, until: LATE_MS })).toEqual([
      expect.stringMatching(/^\[0\]\.decidedAt: not before/),
    ]);
    expect(await faultsOf(records)).toEqual(['[0].previous: null in the first']);
  });
});
