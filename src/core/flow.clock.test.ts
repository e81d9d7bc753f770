// A page whose `Date.now()` tells no time: nothing is granted there, and what was answered outlasts it.
import { describe, expect, it } from 'vitest';
import { answerOf } from './choice/fakes.ts';
import { fakeWorld, settled, started } from './fakes.ts';

/** A site that has broken the clock on the page which is open, after these answers on an earlier one. */
async function brokenAfter(...answers: ReturnType<typeof answerOf>[]) {
  const world = fakeWorld();
  const { flow } = await started(world);
  for (const answer of answers) {
    await flow.decide(answer);
    world.clock.ms += 60_000;
  }
  world.clock.isBroken = true;
  return { world, page: (await started(world)).flow };
}

/** The next page, where the clock is right again. */
async function mended(world: ReturnType<typeof fakeWorld>) {
  world.clock.isBroken = false;
  world.events.length = 0;
  const { flow } = await started(world);
  await settled();
  return flow;
}

describe('F-30 a clock that a page has broken', () => {
  it.each([[], [answerOf(['analytics'])], [answerOf([], 'reject-all')]])(
    'keeps a no, and nobody is asked again on the next page (%#)',
    async (...before) => {
      const { world, page } = await brokenAfter(...before);
      await page.decide(answerOf([], 'reject-all'));
      expect(world.disk.history.at(-1)).toMatchObject({ decidedAt: world.clock.ms });
      expect(world.disk.draft).toBeUndefined();
      const next = await mended(world);
      expect(next.state()).toMatchObject({ decided: true, source: 'reject-all' });
      expect(world.events).not.toContain('show banner');
    },
  );

  it('grants nothing meanwhile, neither by an earlier yes nor by one that is given there', async () => {
    const { world, page } = await brokenAfter(answerOf(['analytics']));
    expect(page.allows('analytics')).toBe(false);
    await page.decide(answerOf(['analytics', 'social']));
    expect(page.allows('analytics')).toBe(false);
    expect(world.isFree('analytics')).toBe(false);
    expect((await mended(world)).allows('social')).toBe(true);
  });

  it('keeps a no that was only noted', async () => {
    const { world, page } = await brokenAfter(answerOf(['analytics']));
    world.disk.gate = new Promise(() => {});
    void page.decide(answerOf([], 'withdraw'));
    await settled();
    world.disk.gate = Promise.resolve();
    expect((await mended(world)).state()).toMatchObject({ decided: true, source: 'withdraw' });
  });
});
