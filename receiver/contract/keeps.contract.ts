// What a store keeps and gives back: proofs as they came; nothing that was erased or is too old.
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Bench } from './bench.ts';
import { DAY, DAY_MS, leave, NOON_MS, proofOf, times, view } from './events.ts';

const NEVER = { visitsBeforeMs: 0, proofsBeforeMs: 0, attributesBeforeMs: {} };

export function keeps({ empty, again }: Bench): void {
  it('L-25 shows the proof of a record as it came, and no other', async () => {
    const store = await empty();
    const proof = proofOf(randomUUID(), 'subject', {
      attributes: {
        's9.purpose.social': 'denied',
        's9.text.hash': 'a\'b"c\\d\n\t\0é😀',
        __proto__x: 'kept',
        count: -3,
        share: 0.25,
        sure: false,
      },
    });
    await store.write([proof, proofOf(randomUUID(), 'another')]);
    expect(await store.proof(proof.recordId)).toEqual(proof);
    expect(await store.proof(randomUUID())).toBeUndefined();
    expect(await store.proof("' OR 1 = 1 --")).toBeUndefined();
    const later = await again(store);
    expect(await later.proof(proof.recordId)).toEqual(proof);
    expect((await later.stats(DAY)).answers).toEqual({
      proofs: 2,
      purposes: {
        analytics: { granted: 2, denied: 0 },
        social: { granted: 0, denied: 1 },
      },
    });
  });

  it('L-25 keeps the first proof of a record', async () => {
    const store = await empty();
    const proof = proofOf(randomUUID(), 'subject');
    await store.write([proof]);
    await store.write([
      proofOf(proof.recordId, 'subject', {
        attributes: { 's9.purpose.analytics': 'denied' },
        receivedAtMs: NOON_MS + 9000,
      }),
    ]);
    expect(await store.proof(proof.recordId)).toEqual(proof);
  });

  it('L-27 erases everything under a subject, drops what comes late, and keeps it so', async () => {
    const store = await empty();
    const [first, second, other] = times(3, () => randomUUID());
    if (!first || !second || !other) throw new Error('no ids');
    const late = view('/', { recordId: second });
    await store.write([
      proofOf(first, 'gone'),
      proofOf(second, 'gone'),
      proofOf(other, 'stays'),
      view('/', { recordId: first }),
      leave('/', 5, { recordId: second }),
      view('/', { recordId: other }),
    ]);
    expect(await store.erase(first)).toBe(4);
    await store.write([late]);
    const left = { views: 1, timeOnPage: { leaves: 0 }, answers: { proofs: 1 } };
    expect(await store.stats(DAY)).toMatchObject(left);
    expect(await store.proof(second)).toBeUndefined();
    expect(await store.proof(other)).toBeDefined();
    const later = await again(store);
    await later.write([late]);
    expect(await later.stats(DAY)).toMatchObject(left);
    expect(await later.erase(first)).toBe(0);
  });

  it('L-27 erases the visits of a record whose proof is not here', async () => {
    const store = await empty();
    const [gone, stays] = [view('/'), view('/')];
    await store.write([gone, stays]);
    expect(await store.erase(gone.recordId)).toBe(1);
    expect(await store.erase(randomUUID())).toBe(0);
    expect(await store.stats(DAY)).toMatchObject({ views: 1 });
  });

  it('L-29 lets visits, proofs and single attributes go, each at its time', async () => {
    const store = await empty();
    const week = { fromMs: DAY.fromMs - 6 * DAY_MS, toMs: DAY.toMs };
    const old = { occurredAtMs: NOON_MS - 3 * DAY_MS, receivedAtMs: NOON_MS - 3 * DAY_MS };
    const beforeMs = DAY.fromMs;
    const proof = proofOf(randomUUID(), 'subject', old);
    const session = { attributes: { 'session.id': 'session', plan: 'gold' } };
    await store.write([
      ...times(5, () => view('/old', { ...old, ...session })),
      leave('/old', 10, old),
      ...times(5, () => view('/new', { attributes: { 'session.id': 'later' } })),
      leave('/new', 30),
      proof,
    ]);
    await store.expire(NEVER);
    expect(await store.stats(week)).toMatchObject({ views: 10, visits: 2 });
    const cut = ['session.id', 's9.visible_seconds', 'plan'].map((name) => [name, beforeMs]);
    await store.expire({ ...NEVER, attributesBeforeMs: Object.fromEntries(cut) });
    const left = { views: 10, visits: 1, timeOnPage: { leaves: 1, averageSeconds: 30 } };
    expect(await store.stats(week)).toMatchObject(left);
    const later = await again(store);
    expect(await later.stats(week)).toMatchObject(left);
    await later.expire({ ...NEVER, visitsBeforeMs: beforeMs });
    const { views, pages } = await later.stats(week);
    expect({ views, pages: pages.rows.map((row) => row.name) }).toEqual({
      views: 5,
      pages: ['/new'],
    });
    expect(await later.proof(proof.recordId)).toEqual(proof);
    await later.expire({ ...NEVER, proofsBeforeMs: beforeMs });
    expect(await later.proof(proof.recordId)).toBeUndefined();
  });
}
