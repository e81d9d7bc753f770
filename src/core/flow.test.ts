import { describe, expect, it } from 'vitest';
import { answerOf, POLICY, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled, started } from './fakes.ts';
import { createFlow } from './flow.ts';

const DAY_MS = 86_400_000;

describe('the first visit', () => {
  it('asks, with everything held', async () => {
    const world = fakeWorld();
    const flow = createFlow(SETTINGS, world.ports);
    await flow.begin();
    await settled();
    expect(world.shown()).toBe('banner');
    expect(world.isFree('analytics')).toBe(false);
    expect(flow.state()).toMatchObject({ decided: false, recordId: null });
    expect(world.events.indexOf('s9:ready')).toBeLessThan(world.events.indexOf('show banner'));
  });

  it('L-11 grants nothing without an answer, whatever the views do', async () => {
    const { flow } = await started();
    await flow.asking.open('preferences');
    flow.asking.close();
    await flow.asking.open('banner');
    flow.asking.close();
    expect(flow.allows('analytics')).toBe(false);
    expect(flow.state().decided).toBe(false);
  });
});

describe('an answer', () => {
  it('F-12 keeps a grant before it releases, and releases before it tells', async () => {
    const { flow, events } = await started();
    await flow.decide(answerOf(['analytics'], 'custom'));
    await settled();
    const order = ['apply none', 'kept', 'tell', 'apply analytics', 's9:change'];
    expect(events.filter((event) => order.includes(event))).toEqual(order);
    expect(events.indexOf('speak')).toBeGreaterThan(events.indexOf('apply analytics'));
  });

  it('L-19 tells the person what taking back a grant could not undo, and nobody who took nothing back', async () => {
    const left = { scripts: ['https://stats.example/s.js'], stored: ['_ga'] };
    const { flow, events } = await started(fakeWorld({}, left));
    await flow.decide(answerOf([], 'reject-all'));
    await flow.decide(answerOf(['analytics']));
    await settled();
    expect(events).not.toContain('remains https://stats.example/s.js _ga');
    await flow.decide(answerOf([], 'withdraw'));
    await settled();
    expect(events.indexOf('remains https://stats.example/s.js _ga')).toBeGreaterThan(
      events.lastIndexOf('s9:change'),
    );
  });

  it('L-19 says nothing where everything was undone', async () => {
    const { flow, events } = await started();
    await flow.decide(answerOf(['analytics']));
    await flow.decide(answerOf([], 'withdraw'));
    await settled();
    expect(events.filter((event) => event.startsWith('remains '))).toEqual([]);
  });

  it('F-12 holds a grant back while the disk is slow', async () => {
    const { flow, disk, isFree } = await started();
    let write = (): void => undefined;
    disk.gate = new Promise<void>((resolve) => (write = resolve));
    const deciding = flow.decide(answerOf(['analytics']));
    await settled();
    expect(flow.allows('analytics')).toBe(false);
    write();
    await deciding;
    expect(flow.allows('analytics')).toBe(true);
    expect(isFree('analytics')).toBe(true);
  });

  it('makes a refusal count at once, before its record', async () => {
    const { flow, disk, shown } = await started();
    await flow.decide(answerOf(['analytics', 'social', 'film', 'pins'], 'accept-all'));
    disk.gate = new Promise(() => undefined);
    void flow.decide(answerOf([], 'withdraw'));
    expect(flow.allows('analytics')).toBe(false);
    expect(flow.allows('service:film')).toBe(false);
    await settled();
    expect(shown()).toBe(null);
  });

  it('F-48 lets the last press win, a refusal over a grant still being written', async () => {
    const { flow, disk } = await started();
    let write = (): void => undefined;
    disk.gate = new Promise<void>((resolve) => (write = resolve));
    const yes = flow.decide(answerOf(['analytics']));
    const no = flow.decide(answerOf([], 'reject-all'));
    write();
    await Promise.all([yes, no]);
    expect(flow.allows('analytics')).toBe(false);
    expect(flow.state().source).toBe('reject-all');
    expect(disk.history).toHaveLength(2);
  });

  it('links each record to the one before, one subject throughout', async () => {
    const { flow, disk } = await started();
    await flow.decide(answerOf(['analytics']));
    await flow.decide(answerOf([], 'withdraw'));
    const [first, second] = disk.history as { hash: string; previous: string; subjectId: string }[];
    expect(second?.previous).toBe(first?.hash);
    expect(second?.subjectId).toBe(first?.subjectId);
  });

  it('grants nothing when what makes records is not to be had, and still refuses', async () => {
    const { files } = fakeWorld().ports;
    const world = await started(fakeWorld({ files: { ...files, answer: async () => null } }));
    await world.flow.decide(answerOf(['analytics']));
    expect(world.flow.allows('analytics')).toBe(false);
  });
});

describe('the next visit', () => {
  it('does not ask again, and releases what was granted', async () => {
    const world = fakeWorld();
    await (await started(world)).flow.decide(answerOf(['analytics']));
    const { flow, shown, isFree } = await started(world);
    expect(shown()).toBe(null);
    expect(flow.state()).toMatchObject({ decided: true, source: 'custom' });
    expect(isFree('analytics')).toBe(true);
    expect(isFree('social')).toBe(false);
  });

  it.each([
    ['a second before the end', -1000, true],
    ['at the end', 0, false],
    ['a second after', 1000, false],
  ])('L-28 %s of six months: granted is %#', async (_when, offsetMs, isGranted) => {
    const { flow, clock } = await started();
    await flow.decide(answerOf(['analytics']));
    clock.ms = (flow.state().expiresAt ?? 0) + offsetMs;
    expect(flow.allows('analytics')).toBe(isGranted);
    expect(flow.state().decided).toBe(isGranted);
  });

  it('F-30 takes no record from the future', async () => {
    const world = fakeWorld();
    world.clock.ms += 3 * DAY_MS;
    await (await started(world)).flow.decide(answerOf(['analytics']));
    world.clock.ms -= 3 * DAY_MS;
    const { flow } = await started(world);
    expect(flow.allows('analytics')).toBe(false);
    expect(flow.state().decided).toBe(false);
  });

  it('L-28 asks again only for the purpose that changed; the other stays granted', async () => {
    const world = fakeWorld();
    await (await started(world)).flow.decide(answerOf(['analytics', 'social', 'film', 'pins']));
    const [necessary, analytics, social] = POLICY.purposes;
    const changed = {
      ...POLICY,
      version: '2026-04-01',
      purposes: [necessary, { ...analytics, recipients: ['controller', 'Ad House'] }, social],
    } as typeof POLICY;
    const { flow, host, shown } = await started(world, { ...SETTINGS, policy: changed });
    expect(shown()).toBe('banner');
    expect(host()?.question().pending).toEqual(['analytics']);
    expect(flow.allows('analytics')).toBe(false);
    expect(flow.allows('social')).toBe(true);
  });

  it('L-28 does not ask again for other words, another order or a new version', async () => {
    const world = fakeWorld();
    await (await started(world)).flow.decide(answerOf(['analytics']));
    const policy = { ...POLICY, version: 'next', purposes: [...POLICY.purposes].reverse() };
    const { flow, shown } = await started(world, { ...SETTINGS, policy });
    expect(shown()).toBe(null);
    expect(flow.allows('analytics')).toBe(true);
  });
});

describe('another tab', () => {
  it('F-16 is followed when it tells', async () => {
    const world = fakeWorld();
    const here = await started(world);
    const other = createFlow(SETTINGS, { ...world.ports, tabs: { tell() {}, onTold() {} } });
    await other.begin();
    await other.decide(answerOf(['analytics']));
    expect(here.flow.allows('analytics')).toBe(false);
    here.tell();
    await settled();
    expect(here.flow.allows('analytics')).toBe(true);
    expect(here.shown()).toBe(null);
  });

  it('F-20 a restored page reads again before it speaks', async () => {
    const { flow, tell, events, disk } = await started();
    await flow.decide(answerOf(['analytics']));
    disk.history = [];
    events.length = 0;
    tell(true);
    await settled();
    expect(events).toContain('silence');
    expect(events).not.toContain('speak again');
  });
});

describe('time', () => {
  it('F-31 a clock that is set back revives nothing on this page', async () => {
    const { flow, clock } = await started();
    await flow.decide(answerOf(['analytics']));
    const made = clock.ms;
    clock.ms += 400 * DAY_MS;
    expect(flow.allows('analytics')).toBe(false);
    clock.ms = made;
    expect(flow.allows('analytics')).toBe(false);
  });
});
