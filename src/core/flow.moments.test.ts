// What can come between a press and its record, and between a release and its end.
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled, started, withFiles } from './fakes.ts';
import { createFlow } from './flow.ts';

/** From now on a record is kept when the test lets it. */
function slow(disk: { gate: Promise<unknown> }): () => void {
  let write = (): void => undefined;
  disk.gate = new Promise<void>((resolve) => (write = resolve));
  return () => write();
}

describe('a grant that ends', () => {
  it('F-26 frees no tag that comes after its end', async () => {
    const { flow, clock, isFree } = await started();
    await flow.decide(answerOf(['analytics']));
    expect(isFree('analytics')).toBe(true);
    clock.ms = flow.state().expiresAt ?? 0;
    expect(isFree('analytics')).toBe(false);
  });
});

describe('a refusal that is not kept yet', () => {
  it('F-48 is not undone by an earlier grant that is kept only now', async () => {
    const { flow, disk, events } = await started();
    const write = slow(disk);
    const yes = flow.decide(answerOf(['analytics']));
    await settled();
    slow(disk);
    void flow.decide(answerOf([], 'reject-all'));
    write();
    await yes;
    await settled();
    expect(events).toContain('kept');
    expect(flow.allows('analytics')).toBe(false);
    expect(events).not.toContain('apply analytics');
  });

  it('F-48 is not undone by what is read meanwhile, before or after the press', async () => {
    for (const order of ['told first', 'press first']) {
      const { flow, disk, tell } = await started();
      await flow.decide(answerOf(['analytics']));
      slow(disk);
      if (order === 'told first') {
        tell();
        await Promise.resolve();
        await Promise.resolve();
      }
      void flow.decide(answerOf([], 'withdraw'));
      if (order === 'press first') tell();
      await settled();
      expect([order, flow.allows('analytics')]).toEqual([order, false]);
    }
  });

  it('F-48 is not undone by what is read once an earlier grant is kept', async () => {
    const { flow, disk, tell, events } = await started();
    const write = slow(disk);
    void flow.decide(answerOf(['analytics']));
    await settled();
    tell();
    slow(disk);
    void flow.decide(answerOf([], 'withdraw'));
    write();
    await settled();
    expect(flow.allows('analytics')).toBe(false);
    expect(events).not.toContain('apply analytics');
  });
});

describe('another tab', () => {
  it('F-16 that grants frees the elements here', async () => {
    const world = fakeWorld();
    const { events, tell } = await started(world);
    const other = createFlow(SETTINGS, { ...world.ports, tabs: { tell() {}, onTold() {} } });
    await other.begin();
    await other.decide(answerOf(['analytics']));
    events.length = 0;
    tell();
    await settled();
    expect(events).toContain('apply analytics');
  });
});

describe('notices in forms', () => {
  it('are drawn when there are elements for them, whatever was answered', async () => {
    const world = await started();
    expect(world.events).toEqual([]);
    world.notices([{} as Element, {} as Element]);
    await settled();
    expect(world.events).toEqual(['notices 2']);
  });

  it('F-34 nothing is drawn, and nothing fails, where what keeps their records is not to be had', async () => {
    const world = withFiles(fakeWorld(), { answer: async () => null });
    const page = await started(world);
    page.notices([{} as Element]);
    await settled();
    expect(page.events).toEqual([]);
  });
});
