import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from './choice.ts';
import { answerOf, fakeProof, fakeWorld, SETTINGS } from './fakes.ts';
import { canonical } from './policy.ts';
import { keep, type RecordStore } from './record.ts';

/** Another tab gets its answer in between reading and writing, so often. */
async function keptAgainst(
  mine: ReturnType<typeof answerOf>,
  ...others: ReturnType<typeof answerOf>[]
): Promise<ConsentRecord[]> {
  const { keeping, records } = fakeWorld();
  const proof = fakeProof();
  const waiting = [...others];
  const choices: RecordStore = {
    read: records.read,
    async replace(history, afterId) {
      const other = waiting.shift();
      if (other) await keep(other, SETTINGS, keeping, proof);
      return records.replace(history, afterId);
    },
  };
  return (await keep(mine, SETTINGS, { ...keeping, choices }, proof)) as ConsentRecord[];
}

describe('two tabs that decide at once', () => {
  it('F-15 both get a record, linked in the order they came', async () => {
    const history = await keptAgainst(answerOf(['social']), answerOf(['analytics']), answerOf([]));
    expect(history.map(({ purposes }) => [purposes['analytics'], purposes['social']])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(history.map(({ previous }) => previous)).toEqual([
      null,
      history[0]?.hash,
      history[1]?.hash,
    ]);
  });

  it.each(['withdraw', 'reject-all'] as const)(
    'F-15 %s wins, whoever was faster',
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

  it('F-15 an older no, or one this tab knew of, does not count against a yes', async () => {
    const { clock, keeping } = fakeWorld();
    const yes = (knownId?: string) =>
      keep(answerOf(['analytics']), SETTINGS, keeping, fakeProof(), knownId);
    const [no] = await keep(answerOf([], 'withdraw'), SETTINGS, keeping, fakeProof());
    const granted = { purposes: { analytics: true } };
    expect((await yes((no as ConsentRecord).recordId)).at(-1)).toMatchObject(granted);
    await keep(answerOf([], 'withdraw'), SETTINGS, keeping, fakeProof());
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
    await keep(answerOf([], 'reject-all'), SETTINGS, keeping, fakeProof());
    expect(disk.history.at(-1)).toMatchObject({ shape: 1, source: 'reject-all' });
    expect(canonical(disk.history)).toContain('reject-all');
  });

  it('is not taken to be kept where it never could be', async () => {
    const { keeping, records } = fakeWorld();
    const choices: RecordStore = { read: records.read, replace: () => Promise.resolve(false) };
    const keeps = keep(answerOf([]), SETTINGS, { ...keeping, choices }, fakeProof());
    await expect(keeps).rejects.toThrow('could not be written');
  });
});
