import { describe, expect, it } from 'vitest';
import { fakeWorld } from '../../fakes.ts';
import { canonical } from '../../policy/canonical.ts';
import type { Answer, ConsentRecord } from '../choice.ts';
import { answerOf, POLICY, SETTINGS } from '../fakes.ts';
import type { RecordStore } from '../history.ts';
import { stampNow } from '../record.ts';
import { keep } from './keep.ts';

/** Another tab gets its answer in between reading and writing, so often. */
async function keptAgainst(
  mine: ReturnType<typeof answerOf>,
  ...others: ReturnType<typeof answerOf>[]
): Promise<ConsentRecord[]> {
  const { keeping, store: disk } = fakeWorld();
  const waiting = [...others];
  const store: RecordStore = {
    ...disk,
    async replace(history, newestId) {
      const other = waiting.shift();
      if (other) await keep(other, SETTINGS, keeping);
      return disk.replace(history, newestId);
    },
  };
  return (await keep(mine, SETTINGS, { ...keeping, store })) as ConsentRecord[];
}

describe('two tabs that decide at once', () => {
  it('F-15 both get a record, linked in the order they came', async () => {
    const history = await keptAgainst(answerOf(['social']), answerOf(['social']), answerOf([]));
    expect(history.map(({ purposes }) => purposes['social'])).toEqual([true, false, false]);
    expect(history.map(({ previous }) => previous)).toEqual([
      null,
      history[0]?.hash,
      history[1]?.hash,
    ]);
  });

  it.each(['withdraw', 'reject-all', 'custom', 'site'] as const)(
    'F-15 a no by %s wins, whoever was faster',
    async (source) => {
      const yes = answerOf(['analytics', 'social', 'film'], 'accept-all');
      const no = answerOf([], source);
      for (const history of [await keptAgainst(yes, no), await keptAgainst(no, yes)]) {
        expect(history).toHaveLength(2);
        expect(history.at(-1)).toMatchObject({
          purposes: { necessary: true, analytics: false, social: false },
          services: { film: false },
        });
      }
    },
  );

  it('F-15 a no to one purpose wins, and leaves the yes of both to the other', async () => {
    const all = answerOf(['analytics', 'social', 'film', 'pins'], 'accept-all');
    const [, newest] = await keptAgainst(all, answerOf(['analytics']));
    expect(newest).toMatchObject({
      purposes: { analytics: true, social: false },
      services: { film: false },
    });
  });

  it('F-15 an older no, or one this tab knew of, does not count against a yes', async () => {
    const { clock, keeping } = fakeWorld();
    const yes = (knownId?: string) =>
      keep(answerOf(['analytics']), SETTINGS, keeping, stampNow(keeping, knownId));
    const [no] = await keep(answerOf([], 'withdraw'), SETTINGS, keeping);
    const granted = { purposes: { analytics: true } };
    expect((await yes((no as ConsentRecord).recordId)).at(-1)).toMatchObject(granted);
    await keep(answerOf([], 'withdraw'), SETTINGS, keeping);
    clock.ms += 500;
    expect((await yes()).at(-1)).toMatchObject(granted);
  });
});

describe('F-44 F-11 an answer after what others have written', () => {
  const nested: unknown[] = [];
  nested.push(nested);
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'accept-all'],
    [
      'an id that is never the same',
      { shape: 1, recordId: {}, subjectId: 'x', source: 'withdraw' },
    ],
    ['what no text can be made of', { toString: 1 }],
    ['a time JSON has no form for', { subjectId: 'x', source: 'withdraw', decidedAt: 1n }],
    ['a list of itself', nested],
  ])('is kept behind %s', async (_what, entry) => {
    const { disk, keeping } = fakeWorld();
    disk.history = [entry, entry];
    await keep(answerOf([], 'reject-all'), SETTINGS, keeping);
    expect(disk.history.at(-1)).toMatchObject({ shape: 1, source: 'reject-all' });
    expect(canonical(disk.history)).toContain('reject-all');
  });

  it('is not taken to be kept where it never could be', async () => {
    const { keeping } = fakeWorld();
    const store: RecordStore = { ...keeping.store, replace: () => Promise.resolve(false) };
    const keeps = keep(answerOf([]), SETTINGS, { ...keeping, store });
    await expect(keeps).rejects.toThrow('could not be written');
  });
});

describe('L-28 how long a yes lasts', () => {
  const MONTHS_MS = 150 * 86_400_000;
  const yes = answerOf(['analytics', 'social', 'film', 'pins'], 'accept-all');

  /** When the choice ends, after a yes to all and this answer 150 days later. */
  async function endAfter(answer: Answer, settings = SETTINGS) {
    const { clock, keeping } = fakeWorld();
    const answered = async (next: Answer, policy: typeof SETTINGS) =>
      (await keep(next, policy, keeping)) as ConsentRecord[];
    const [first] = (await answered(yes, SETTINGS)) as [ConsentRecord];
    clock.ms += MONTHS_MS;
    const history = await answered(answer, settings);
    const newest = history.at(-1) as ConsentRecord;
    return { count: history.length, isLonger: newest.expiresAt > first.expiresAt };
  }

  it('it is renewed where the person saw all of it and said so', async () => {
    const saved = { ...answerOf(['analytics']), isWhole: true };
    expect(await endAfter(saved)).toEqual({ count: 2, isLonger: true });
  });

  it('it is renewed where all of it was asked anew', async () => {
    const settings = { ...SETTINGS, policy: { ...POLICY, ip: 'kept' as const } };
    expect(await endAfter(yes, settings)).toEqual({ count: 2, isLonger: true });
  });

  it('a no to all of it lasts as long as any no', async () => {
    expect(await endAfter(answerOf([], 'withdraw'))).toEqual({ count: 2, isLonger: true });
  });

  it.each<[string, Answer]>([
    ['an answer to another question', answerOf(['analytics', 'social', 'film'])],
    ['a no to a part, by the site', answerOf(['analytics'], 'site')],
    ['F-43 a call of the site that changes nothing', { ...yes, source: 'site', input: 'script' }],
    ['a signal that leaves a part', answerOf(['analytics'], 'signal')],
  ])('%s does not prolong what stays', async (_what, answer) => {
    expect(await endAfter(answer)).toEqual({ count: 2, isLonger: false });
  });
});

describe('a new subject', () => {
  it.each([
    ['F-49 of another site', { origin: 'https://other.example' }],
    ['F-10 of a later widget', { shape: 2 }],
  ])('behind a record %s: neither its id nor its link is taken over', async (_what, change) => {
    const { disk, keeping } = fakeWorld();
    const [mine] = (await keep(answerOf([]), SETTINGS, keeping)) as ConsentRecord[];
    disk.history = [{ ...mine, ...change, subjectId: 'theirs' }];
    const [, newest] = (await keep(answerOf([]), SETTINGS, keeping)) as ConsentRecord[];
    expect(newest?.subjectId).not.toBe('theirs');
    expect(newest?.previous).toBeNull();
  });
});
