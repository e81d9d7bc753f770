// A no needs no further file: it holds on this page, in other tabs and on the next page.
import { describe, expect, it } from 'vitest';
import type { ConsentRecord } from './choice/choice.ts';
import type { Draft } from './choice/draft.ts';
import { answerOf } from './choice/fakes.ts';
import { type FakeWorld, fakeWorld, settled, started, withFiles } from './fakes.ts';

/** A world where the file that keeps records can be had, or not; or is on its way. */
function keeperless() {
  const plain = fakeWorld();
  const keeper = { isToBeHad: true, come: Promise.resolve() as Promise<unknown> };
  const world = withFiles(plain, {
    async answer(...given) {
      await keeper.come;
      return keeper.isToBeHad ? plain.ports.files.answer(...given) : null;
    },
  });
  return { world, keeper };
}

const sources = ({ disk }: FakeWorld) =>
  (disk.history as ConsentRecord[]).map(({ source }) => source);

describe.each(['reject-all', 'withdraw', 'custom', 'site'] as const)('a no by %s', (source) => {
  it('L-18 holds where nothing keeps its record, on the next page too, and nobody is asked again', async () => {
    const { world, keeper } = keeperless();
    const { flow, events } = await started(world);
    await flow.decide(answerOf(['analytics']));
    keeper.isToBeHad = false;
    const page = await started(world);
    expect(page.flow.allows('analytics')).toBe(true);
    events.length = 0;
    await page.flow.decide(answerOf([], source));
    expect(page.flow.state()).toMatchObject({ decided: true, source });
    expect(events.filter((event) => ['noted', 'tell', 's9:change'].includes(event))).toEqual([
      'noted',
      'tell',
      's9:change',
    ]);
    const next = await started(world);
    expect(next.flow.allows('analytics')).toBe(false);
    expect(next.flow.state()).toMatchObject({ decided: true, source });
    expect(next.shown()).toBeNull();
  });

  it('L-25 gets its record on the page that has the file again: one, of the moment of the press', async () => {
    const { world, keeper } = keeperless();
    const { flow, clock } = await started(world);
    await flow.decide(answerOf(['analytics']));
    keeper.isToBeHad = false;
    clock.ms += 10_000;
    await (await started(world)).flow.decide(answerOf([], source));
    const pressedMs = clock.ms;
    keeper.isToBeHad = true;
    clock.ms += 60_000;
    const next = await started(world);
    expect(sources(world)).toEqual(['custom', source]);
    expect(world.disk.history.at(-1)).toMatchObject({
      decidedAt: pressedMs,
      input: 'pointer',
      textHash: '#13',
    });
    expect(world.disk.draft).toBeUndefined();
    expect(next.flow.state().recordId).not.toBeNull();
    await started(world);
    expect(sources(world)).toHaveLength(2);
  });
});

it('a first no holds where nothing keeps its record', async () => {
  const { world, keeper } = keeperless();
  keeper.isToBeHad = false;
  await (await started(world)).flow.decide(answerOf([], 'reject-all'));
  const next = await started(world);
  expect(next.flow.state()).toMatchObject({ decided: true, source: 'reject-all', recordId: null });
  expect(next.shown()).toBeNull();
});

it.each([
  ['knows no time', Number.NaN],
  ['stands still', 0],
])('F-31 holds where nothing keeps its record and the clock of the page %s', async (_what, ms) => {
  const { world, keeper } = keeperless();
  const { flow, clock } = await started(world);
  await flow.decide(answerOf(['analytics']));
  keeper.isToBeHad = false;
  const nowMs = clock.ms;
  clock.ms = ms;
  await (await started(world)).flow.decide(answerOf([], 'withdraw'));
  clock.ms = nowMs;
  expect((await started(world)).flow.allows('analytics')).toBe(false);
  keeper.isToBeHad = true;
  const again = await started(world);
  expect(again.flow.allows('analytics')).toBe(false);
  await again.flow.decide(answerOf(['analytics']));
  expect((await started(world)).flow.allows('analytics')).toBe(true);
});

it('is told to other tabs before its record is kept', async () => {
  const { world, keeper } = keeperless();
  const { flow, events } = await started(world);
  await flow.decide(answerOf(['analytics']));
  const page = await started(world);
  keeper.come = new Promise(() => undefined);
  events.length = 0;
  void page.flow.decide(answerOf([], 'withdraw'));
  await settled();
  expect(events).toContain('tell');
  expect((await started(world)).flow.allows('analytics')).toBe(false);
});

it('a yes that takes something back as well is a no to that, and asked for again', async () => {
  const { world, keeper } = keeperless();
  await (await started(world)).flow.decide(answerOf(['analytics']));
  keeper.isToBeHad = false;
  const page = await started(world);
  await page.flow.decide(answerOf(['social']));
  expect(page.shown()).toBe('banner');
  expect(page.events).toContain('unkept');
  expect(page.told).toContainEqual(['refused', { action: 'custom', reason: 'unkept' }]);
  const next = await started(world);
  expect(['analytics', 'social'].map(next.flow.allows)).toEqual([false, false]);
});

it('F-44 what another has put in its place grants nothing', async () => {
  const { world } = keeperless();
  const { flow } = await started(world);
  await flow.decide(answerOf([], 'reject-all'));
  const { recordId, decidedAt, asked } = world.disk.history[0] as ConsentRecord;
  const forged: Draft = {
    ...answerOf(['analytics', 'social'], 'custom'),
    shape: 1,
    policyId: 'test',
    policyVersion: '',
    origin: world.ports.origin,
    asked,
    decidedAt: decidedAt + 1,
    expiresAt: decidedAt + 1e9,
    after: recordId,
  };
  world.disk.draft = forged;
  const next = await started(world);
  expect(next.flow.allows('analytics')).toBe(false);
  await settled();
  expect((await started(world)).flow.allows('analytics')).toBe(false);
});

it('a yes after it counts, and it has its record all the same', async () => {
  const { world, keeper } = keeperless();
  keeper.isToBeHad = false;
  const { flow, clock } = await started(world);
  await flow.decide(answerOf([], 'reject-all'));
  keeper.isToBeHad = true;
  clock.ms += 5000;
  await flow.decide(answerOf(['analytics'], 'accept-all'));
  expect(flow.allows('analytics')).toBe(true);
  expect(world.disk.draft).toBeUndefined();
  expect((await started(world)).flow.allows('analytics')).toBe(true);
});

it('F-16 a tab that waits for something obeys news of a no at once', async () => {
  const { world, keeper } = keeperless();
  const { flow } = await started(world);
  await flow.decide(answerOf(['analytics']));
  const waiting = await started(world);
  keeper.come = new Promise(() => undefined);
  void waiting.flow.decide(answerOf(['analytics', 'social']));
  await settled();
  expect(waiting.flow.allows('analytics')).toBe(true);
  const records = world.disk.history as ConsentRecord[];
  const newest = records.at(-1) as ConsentRecord;
  world.disk.history = [
    ...records,
    { ...newest, ...answerOf([], 'withdraw'), recordId: 'other', decidedAt: newest.decidedAt + 1 },
  ];
  waiting.tell();
  await settled();
  expect(waiting.flow.allows('analytics')).toBe(false);
});

describe('F-34 a press on the permanent control that nothing can be shown for', () => {
  const noViews = (world: FakeWorld) => withFiles(world, { ask: async () => null });

  it('withdraws by itself, and the control says so', async () => {
    const { world } = keeperless();
    await (await started(world)).flow.decide(answerOf(['analytics']));
    const { flow, events } = await started(noViews(world));
    await flow.press('preferences');
    expect(flow.state()).toMatchObject({ decided: true, source: 'withdraw' });
    expect(flow.allows('analytics')).toBe(false);
    expect(events.findLast((event) => event.includes('control'))).toBe('control withdrawn');
  });

  it('leaves a no as it is', async () => {
    const { world } = keeperless();
    await (await started(world)).flow.decide(answerOf([], 'reject-all'));
    const { flow, events } = await started(noViews(world));
    await flow.press('preferences');
    expect(flow.state().source).toBe('reject-all');
    expect(events.at(-1)).toBe('control failed');
  });

  it('withdraws nothing where “Your data” was wanted, or the site called', async () => {
    const { world } = keeperless();
    await (await started(world)).flow.decide(answerOf(['analytics']));
    const { flow } = await started(noViews(world));
    await flow.press('data');
    await flow.asking.open('preferences');
    expect(flow.allows('analytics')).toBe(true);
  });
});
