import { describe, expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { fakeWorld } from '../fakes.ts';
import type { Fault } from '../policy/shape.ts';
import { checkChain } from '../receipt/chain.ts';
import { choiceEvent } from '../telemetry/choice-event.ts';
import type { ConsentRecord } from './choice.ts';
import { answerOf, SETTINGS } from './fakes.ts';
import { fold } from './fold.ts';
import { keep } from './keep/keep.ts';

const DAY_MS = 86_400_000;

/** Records of one browser that answers again after each of these days. */
async function answersAfter(...days: number[]): Promise<ConsentRecord[]> {
  const { clock, disk, keeping } = fakeWorld();
  for (const wait of [0, ...days]) {
    clock.ms += wait * DAY_MS;
    await keep(answerOf(['analytics']), SETTINGS, { ...keeping, webCrypto });
  }
  return disk.history as ConsentRecord[];
}

const subjectsOf = (history: readonly ConsentRecord[]): number[] => {
  const ids = [...new Set(history.map(({ subjectId }) => subjectId))];
  return history.map(({ subjectId }) => ids.indexOf(subjectId));
};

async function faultsIn(history: readonly ConsentRecord[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  await checkChain(history, undefined, 8e15, webCrypto.digest, (index) => `[${index}]`, faults);
  return faults;
}

describe('L-29 the id of a browser', () => {
  it('lasts thirteen months from its first use, however often it is used', async () => {
    // 1 March 2026 and thirteen months: 396 days.
    expect(subjectsOf(await answersAfter(200, 195))).toEqual([0, 0, 0]);
    expect(subjectsOf(await answersAfter(200, 196))).toEqual([0, 0, 1]);
    expect(subjectsOf(await answersAfter(200, 195, 1, 300, 97))).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it('is not linked to the one before it, here or at the receiver', async () => {
    const history = await answersAfter(400, 1);
    expect(history.map(({ previous }) => previous)).toEqual([null, null, history[1]?.hash]);
    const { attributes } = choiceEvent(history[1] as ConsentRecord);
    expect(attributes).not.toHaveProperty('s9.record.previous');
    expect(await faultsIn(history)).toEqual([]);
  });

  it('is taken to be as old as the records that were folded', async () => {
    const { clock, disk, keeping } = fakeWorld();
    const answer = () => keep(answerOf([]), SETTINGS, { ...keeping, webCrypto });
    await answer();
    clock.ms += 390 * DAY_MS;
    await answer();
    disk.history = fold(disk.history, 1);
    clock.ms += 10 * DAY_MS;
    await answer();
    const [, ...whole] = disk.history as ConsentRecord[];
    expect(subjectsOf(whole)).toEqual([0, 1]);
  });

  it('F-30 that a wrong clock made in the future is not used on', async () => {
    const history = await answersAfter(3650, -3650);
    expect(subjectsOf(history)).toEqual([0, 1, 2]);
    expect(await faultsIn(history)).toEqual([]);
  });

  it('F-44 is named by a check where it was used on, or was another too soon', async () => {
    const long = await answersAfter(400);
    const [first, second] = long as [ConsentRecord, ConsentRecord];
    const used = await faultsIn([first, { ...second, subjectId: first.subjectId }]);
    expect(used).toContainEqual({
      path: '[1].subjectId',
      expected: 'another id: this one is older than 13 months',
    });
    const short = await answersAfter(1);
    const mixed = await faultsIn([first, short[0] as ConsentRecord]);
    expect(mixed).toContainEqual({
      path: '[1].subjectId',
      expected: `the subject of the record before, ${first.subjectId}`,
    });
  });
});
