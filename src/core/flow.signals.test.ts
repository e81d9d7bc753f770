// Global Privacy Control over what was chosen before, and what is chosen over it (L-43).
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled, started } from './fakes.ts';
import { createFlow } from './flow.ts';

const DAY_MS = 86_400_000;

describe('Global Privacy Control', () => {
  const withSignal = () => fakeWorld({ signals: { gpc: true } });

  it('L-43 asks nothing by itself and denies', async () => {
    const { flow, shown } = await started(withSignal());
    expect(shown()).toBe(null);
    expect(flow.allows('social')).toBe(false);
  });

  it('L-43 that is on shows the permanent control, which says so, though nobody was asked', async () => {
    for (const gpc of [true, false]) {
      const world = fakeWorld({ signals: { gpc } });
      await createFlow(SETTINGS, world.ports).begin();
      expect(world.events.includes('control')).toBe(gpc);
    }
  });

  it('L-43 still asks where the Customer wants it', async () => {
    const { shown } = await started(withSignal(), { ...SETTINGS, gpc: 'ask' });
    expect(shown()).toBe('banner');
  });

  it('L-43 is the newer word over an older grant, for third parties only', async () => {
    const before = fakeWorld();
    await (await started(before)).flow.decide(answerOf(['analytics', 'social', 'film', 'pins']));
    const now = withSignal();
    now.disk.history = before.disk.history;
    const { flow } = await started(now);
    expect(flow.allows('analytics')).toBe(true);
    expect(flow.allows('social')).toBe(false);
    expect(flow.allows('service:film')).toBe(false);
  });

  it('L-43 honours an explicit later yes', async () => {
    const { flow } = await started(withSignal());
    await flow.decide(answerOf(['film']));
    expect(flow.allows('service:film')).toBe(true);
    expect(flow.allows('social')).toBe(false);
  });
});

describe('a signal', () => {
  const visit = async (disk: { history: readonly unknown[] }, gpc: boolean) => {
    const world = fakeWorld({ signals: { gpc } });
    world.disk.history = disk.history;
    world.clock.ms += disk.history.length * DAY_MS;
    const flow = createFlow(SETTINGS, world.ports);
    await flow.begin();
    await settled();
    return { flow, disk: world.disk, sources: () => world.disk.history.map(sourceOf) };
  };
  const sourceOf = (entry: unknown) => (entry as { source: string }).source;

  it('L-43 that came after a grant is recorded once, with what it leaves, and lasts', async () => {
    const first = await visit({ history: [] }, false);
    await first.flow.decide(answerOf(['analytics', 'social', 'film'], 'accept-all'));
    const second = await visit(first.disk, true);
    const [yes, signal] = second.disk.history as { expiresAt: number }[];
    expect(signal?.expiresAt).toBe(yes?.expiresAt);
    expect(second.sources()).toEqual(['accept-all', 'signal']);
    expect(second.flow.allows('social')).toBe(false);
    expect(second.flow.allows('analytics')).toBe(true);
    expect(second.disk.history.at(-1)).toMatchObject({
      signals: { gpc: true },
      purposes: { analytics: true, social: false },
    });
    const third = await visit(second.disk, true);
    expect(third.sources()).toHaveLength(2);
    const later = await visit(third.disk, false);
    expect(later.flow.allows('social')).toBe(false);
    expect(later.sources()).toHaveLength(2);
  });

  it('L-10 is not recorded where nothing was chosen', async () => {
    expect((await visit({ history: [] }, true)).sources()).toEqual([]);
  });
});
