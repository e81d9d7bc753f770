// A no that an earlier page only noted becomes one record, whoever keeps it.
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../policy/terms.ts';
import type { ConsentRecord } from '../choice.ts';
import type { Draft } from '../draft.ts';
import { answerOf, POLICY } from '../fakes.ts';
import { NO, page, type Records, sourcesOf, TICK, YES } from './fakes.ts';

describe('L-18 a no that was only noted', () => {
  /** A page on which one was noted ten seconds ago, after a yes. */
  async function noted(change: Partial<Draft> = {}) {
    const made = page();
    const [yes] = await made.keep();
    const draft: Draft = {
      ...NO,
      shape: 1,
      policyId: 'test',
      policyVersion: 'of then',
      origin: made.ports.origin,
      asked: { ...termsOf(POLICY), controller: 'of then' },
      decidedAt: made.clock.ms + 1000,
      expiresAt: made.clock.ms + 9e9,
      after: yes?.recordId,
      ...change,
    };
    made.disk.draft = draft;
    made.clock.ms += 11_000;
    made.said.length = 0;
    return { ...made, draft };
  }
  const newest = ({ history }: { history: readonly unknown[] }) => history.at(-1) as ConsentRecord;

  it('becomes a record of that moment, and of what was asked then', async () => {
    const { keepOwed: complete, disk, draft, said } = await noted();
    await complete();
    expect(newest(disk)).toMatchObject({
      source: 'withdraw',
      decidedAt: draft.decidedAt,
      asked: { controller: 'of then' },
      policyVersion: 'of then',
    });
    expect(disk.draft).toBeUndefined();
    expect(said).toEqual(['kept 2 on disk']);
    await complete();
    expect(disk.history).toHaveLength(2);
  });

  it('comes before an answer given since', async () => {
    const { keep: answer, disk } = await noted();
    await answer(YES);
    expect((disk.history as Records).map(({ source }) => source)).toEqual([
      'custom',
      'withdraw',
      'custom',
    ]);
    expect(newest(disk).purposes).toMatchObject({ analytics: true });
  });

  it('wins over a yes that was pressed before it and is kept after it (F-15)', async () => {
    const { keep: answer, clock, disk } = await noted();
    clock.ms -= 10_500;
    await answer(YES);
    expect(newest(disk).purposes).toMatchObject({ analytics: false });
  });

  it('is the record of the answer it was noted for, once', async () => {
    const { keep: answer, disk, draft } = await noted();
    await answer(NO, draft);
    expect(disk.history).toHaveLength(2);
    expect(newest(disk)).toMatchObject({ source: 'withdraw', decidedAt: draft.decidedAt });
  });

  it('that another has written grants nothing that was not in force', async () => {
    const { keepOwed: complete, disk } = await noted(answerOf(['analytics', 'social', 'film']));
    await complete();
    expect(newest(disk).purposes).toMatchObject({ analytics: true, social: false });
    expect(newest(disk).services).toMatchObject({ film: false });
  });

  const SEED = new Uint8Array(16).fill(7);

  it.each(['form', 'answer'])(
    'is kept once where a form is ticked meanwhile, the %s first',
    async (who) => {
      const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
      const own = () => answer(NO, draft);
      const tick = () => answer(TICK);
      await Promise.all(who === 'form' ? [tick(), own()] : [own(), tick()]);
      expect(sourcesOf(disk).toSorted()).toEqual(['collection', 'custom', 'withdraw']);
      await complete();
      expect(disk.history).toHaveLength(3);
    },
  );

  it('is kept once where another tab has kept it, whatever came between', async () => {
    const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
    await complete();
    await answer(TICK);
    await answer(NO, draft);
    expect(sourcesOf(disk)).toEqual(['custom', 'withdraw', 'collection']);
    expect(disk.history[1]).toMatchObject({ recordId: `id-of-${SEED.join('')}` });
  });

  it('leaves what was granted in the same answer, which is kept too', async () => {
    const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
    await complete();
    await answer(answerOf(['social']), draft);
    expect(sourcesOf(disk)).toEqual(['custom', 'withdraw', 'custom']);
    expect(newest(disk).purposes).toMatchObject({ analytics: false, social: true });
    expect(newest(disk).recordId).not.toBe((disk.history[1] as ConsentRecord).recordId);
  });

  it('F-40 is kept on a page where all that is random is the same', async () => {
    const made = await noted({ seed: SEED });
    await made.keepOwed();
    await made.keep(YES);
    const [, , yes] = made.disk.history as Records;
    await made.keep(NO, { ...made.draft, after: yes?.recordId, decidedAt: made.clock.ms });
    expect(sourcesOf(made.disk)).toEqual(['custom', 'withdraw', 'custom', 'withdraw']);
  });

  it('F-44 is kept though another script has put something in its place', async () => {
    const { keep: answer, disk, draft, known, read } = await noted({ seed: SEED });
    disk.history = [known()[0], null, { recordId: `id-of-${SEED.join('')}` }];
    read([known()[0]]);
    await answer(NO, draft);
    expect(newest(disk)).toMatchObject({ source: 'withdraw', purposes: { analytics: false } });
  });

  it('F-44 that another has written for a later day becomes one record, and not one on every page', async () => {
    const { keepOwed: complete, disk } = await noted({ decidedAt: 9e12, after: undefined });
    await complete();
    expect(disk.draft).toBeUndefined();
    await complete();
    expect(disk.history).toHaveLength(2);
  });

  it('that cannot be kept waits for a later page', async () => {
    const { keepOwed: complete, disk, draft } = await noted();
    disk.gate = Promise.reject(new Error('no space'));
    await complete();
    expect(disk.draft).toBe(draft);
  });
});
