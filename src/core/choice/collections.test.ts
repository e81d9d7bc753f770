// Consents in forms stand in the same history as choices, and no choice ever goes by them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeWorld } from '../fakes.ts';
import { type Answer, type ConsentRecord, choicesIn, grantsOf, recordInForce } from './choice.ts';
import { collectionsIn, keyOf } from './collections.ts';
import { decodeDraft } from './decode-draft.ts';
import { draftOf, isOwed } from './draft.ts';
import { answerOf, askedInForm, inForm, NOON_MS, POLICY, SETTINGS } from './fakes.ts';
import { fold, MAX_RECORDS } from './fold.ts';
import { keep } from './keep/keep.ts';

const ORIGIN = 'https://site.example';
const SIGNALS = { gpc: false };

/** A history of these answers, a minute apart. */
async function historyOf(...answers: readonly Answer[]) {
  const world = fakeWorld();
  for (const answer of answers) {
    await keep(answer, SETTINGS, world.keeping);
    world.clock.ms += 60_000;
  }
  return { ...world, history: world.disk.history as ConsentRecord[] };
}

const grantsIn = (history: readonly unknown[]) =>
  grantsOf(recordInForce(history, POLICY, ORIGIN, NOON_MS + 3_600_000), POLICY, SIGNALS);

const answer = fc.oneof(
  fc.subarray(['analytics', 'social', 'film', 'pins']).map((granted) => answerOf(granted)),
  fc
    .tuple(fc.constantFrom('newsletter', 'analytics', 'social', 'necessary'), fc.boolean())
    .map(([id, granted]) => inForm(id, granted)),
);

describe('a consent in a form', () => {
  it('L-25 is a record of its own in the same chain', async () => {
    const { history } = await historyOf(answerOf([]), inForm('newsletter'));
    expect(history[1]).toMatchObject({
      source: 'collection',
      collection: 'newsletter',
      asked: askedInForm('newsletter'),
      subjectId: history[0]?.subjectId,
      previous: history[0]?.hash,
      expiresAt: Date.UTC(2028, 2, 1, 12, 1),
    });
  });

  it('L-20 grants no purpose and hides no choice, whatever it is called', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 6 }), async (answers) => {
        const { history } = await historyOf(...answers);
        const { history: choices } = await historyOf(
          ...answers.filter(({ collection }) => !collection),
        );
        expect(grantsIn(history)).toEqual(grantsIn(choices));
        expect(choicesIn(history)).toHaveLength(choices.length);
      }),
      { numRuns: 100 },
    );
  });

  it('F-11 a damaged newest entry is no choice, with or without one after it', async () => {
    const { history } = await historyOf(answerOf(['analytics']), inForm('newsletter'));
    const [yes, form] = history;
    expect(grantsIn([yes, 'junk', form]).purposes).toMatchObject({ analytics: false });
    expect(grantsIn([yes, null]).purposes).toMatchObject({ analytics: false });
    expect(grantsIn([yes, form]).purposes).toMatchObject({ analytics: true });
  });

  it('F-12 a no that was noted is still owed after it', async () => {
    const { history } = await historyOf(answerOf(['analytics']), inForm('newsletter'));
    const [yes] = history;
    const grants = grantsIn(history);
    const draft = {
      ...draftOf(answerOf([]), POLICY, yes ?? null, grants, NOON_MS),
      origin: ORIGIN,
    };
    expect(isOwed({ ...draft, after: yes?.recordId }, history)).toBe(true);
    expect(decodeDraft({ ...draft, after: yes?.recordId })).toBeDefined();
    expect(decodeDraft({ ...draft, collection: 'newsletter' })).toBeUndefined();
  });

  it('is listed with its newest word, on this site, until it runs out', async () => {
    const { history } = await historyOf(inForm('newsletter', true, 'P1M'), inForm('testimonial'));
    const [newsletter] = history;
    const now = collectionsIn(['junk', null, ...history], ORIGIN, NOON_MS);
    expect(now).toEqual({
      newsletter: {
        granted: true,
        recordId: newsletter?.recordId,
        decidedAt: NOON_MS,
        expiresAt: Date.UTC(2026, 3, 1, 12),
      },
      testimonial: expect.objectContaining({ granted: true }),
    });
    expect([now, ...Object.values(now)].every((each) => Object.isFrozen(each))).toBe(true);
    const later = collectionsIn(history, ORIGIN, Date.UTC(2026, 3, 1, 12));
    expect(later['newsletter']).toMatchObject({ granted: false });
    expect(collectionsIn(history, 'https://else.example', NOON_MS)).toEqual({});
  });

  it('L-18 is taken back alone', async () => {
    const { history } = await historyOf(
      inForm('newsletter'),
      inForm('testimonial'),
      inForm('newsletter', false),
    );
    expect(collectionsIn(history, ORIGIN, NOON_MS)).toMatchObject({
      newsletter: { granted: false, recordId: history[2]?.recordId },
      testimonial: { granted: true },
    });
  });

  it('a choice at the same moment is not mixed with it', async () => {
    const world = fakeWorld();
    await keep(answerOf(['analytics']), SETTINGS, world.keeping);
    await keep(inForm('newsletter'), SETTINGS, world.keeping);
    const [, form] = world.disk.history as ConsentRecord[];
    expect(form?.purposes).toEqual({ [keyOf('newsletter')]: true });
    await keep(answerOf(['social']), SETTINGS, world.keeping);
    // Of two choices at once a no still wins.
    expect((world.disk.history.at(-1) as ConsentRecord).purposes['social']).toBe(false);
  });
});

describe('a long history', () => {
  const entry = (collection?: string) => ({
    hash: 'h',
    decidedAt: 1,
    ...(collection && { collection }),
  });
  const many = (count: number, collection?: string) =>
    Array.from({ length: count }, () => entry(collection));

  it('keeps the newest choice and the newest word on each collection whole', () => {
    expect(fold([...many(9), entry('newsletter'), ...many(MAX_RECORDS)])).toHaveLength(
      MAX_RECORDS + 2,
    );
    const choices = fold([...many(10), ...many(MAX_RECORDS, 'newsletter')]);
    expect(choices[0]).toMatchObject({ folded: 9 });
    expect(choicesIn(choices)).toHaveLength(2);
  });

  it('and is never longer than twice what it keeps otherwise', () => {
    let history: readonly unknown[] = [entry('newsletter')];
    for (let at = 0; at < 3 * MAX_RECORDS; at++) {
      history = fold([...history, entry()]);
      expect(history.length).toBeLessThanOrEqual(2 * MAX_RECORDS);
    }
    expect(history[0]).toMatchObject({ folded: expect.any(Number) });
  });
});
