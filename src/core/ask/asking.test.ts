// The question stands in a file of its own: fetched when needed, and not before.
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from '../choice/fakes.ts';
import { fakeWorld, settled, started } from '../fakes.ts';
import { createFlow } from '../flow.ts';
import { answered, page } from './fakes.ts';

describe('the question', () => {
  it('is not fetched where nothing is to be asked, whatever is redrawn', async () => {
    const { loads, flow } = await answered();
    await flow.asking.redraw();
    await flow.asking.close();
    await flow.decide(answerOf([], 'withdraw'));
    await settled();
    expect(loads()).toEqual(['load keeper']);
  });

  it('is fetched once, however many views are opened', async () => {
    const { loads, flow, events } = await answered();
    await flow.asking.open('preferences');
    await flow.asking.open('data');
    expect(loads().filter((load) => load === 'load')).toHaveLength(1);
    expect(events.filter((event) => event.startsWith('show'))).toEqual([
      'show preferences',
      'show data',
    ]);
  });

  it('brings along what keeps the answer, and what has run out is written down', async () => {
    const { world, loads } = page();
    await createFlow(SETTINGS, world.ports).begin();
    await settled();
    expect(loads()).toEqual(['load', 'load keeper']);
    expect(world.events).toContain('keep expiry');
  });

  it('F-34 that is not to be had shows nothing, brings nothing along, and is tried again', async () => {
    const { flow, file, loads, shown } = await answered();
    file.isToBeHad = false;
    await flow.asking.open('preferences');
    await settled();
    expect(shown()).toBeNull();
    expect(loads()).toEqual(['load']);
    file.isToBeHad = true;
    await flow.asking.open('preferences');
    expect(shown()).toBe('preferences');
  });

  it('F-34 that a person wanted and that is not to be had is told on the control, until it is', async () => {
    const { flow, file, events } = await answered();
    file.isToBeHad = false;
    await flow.asking.open('preferences');
    expect(events.at(-1)).toBe('control failed');
    await flow.asking.redraw();
    expect(events.at(-1)).toBe('control failed');
    file.isToBeHad = true;
    await flow.asking.open('preferences');
    expect(events.findLast((event) => event.includes('control'))).toBe('control');
  });

  it('that a person wanted is said on the control to be on its way, and what nobody asked for is not', async () => {
    const { flow, slow, events } = await answered();
    const come = slow();
    const opening = flow.asking.open('preferences');
    expect(events.findLast((event) => event.includes('control'))).toBe('control opening');
    come();
    await opening;
    expect(events.findLast((event) => event.includes('control'))).toBe('control');
    const { world } = page();
    await createFlow(SETTINGS, world.ports).begin();
    await settled();
    expect(world.events).not.toContain('control opening');
  });

  it('that is on its way draws no control where there is none yet', async () => {
    const { world, file } = page();
    file.isToBeHad = false;
    const { flow, events } = await started(world);
    await settled();
    void flow.asking.open('preferences');
    expect(events).not.toContain('control opening');
  });

  it('F-34 that nobody asked for leaves the page as it was, and is put when it comes late', async () => {
    const { world, file } = page();
    file.isToBeHad = false;
    const { flow, events, shown } = await started(world);
    await settled();
    expect(events).not.toContain('control failed');
    expect(shown()).toBeNull();
    file.isToBeHad = true;
    file.comeLate();
    await settled();
    expect(shown()).toBe('banner');
    // Once: closed, it does not come back.
    await flow.asking.close();
    file.comeLate();
    await settled();
    expect(shown()).toBeNull();
  });

  it('F-34 that comes late is not put to a person who has answered meanwhile', async () => {
    const { world, file } = page();
    file.isToBeHad = false;
    const { flow, shown } = await started(world);
    await flow.decide(answerOf([], 'reject-all'));
    file.isToBeHad = true;
    file.comeLate();
    await settled();
    expect(shown()).toBeNull();
  });

  it('F-34 that a person wanted does not spring up when it comes late', async () => {
    const { flow, file, shown } = await answered();
    file.isToBeHad = false;
    await flow.asking.open('preferences');
    file.isToBeHad = true;
    file.comeLate();
    await settled();
    expect(shown()).toBeNull();
  });

  it('that is closed while it is fetched stays closed', async () => {
    const { flow, slow, shown } = await answered();
    const come = slow();
    const opening = flow.asking.open('preferences');
    const closing = flow.asking.close();
    come();
    await Promise.all([opening, closing]);
    expect(shown()).toBeNull();
  });

  it('that is opened anew while it is fetched shows the last view asked for', async () => {
    const { flow, slow, shown } = await answered();
    const come = slow();
    const opening = [
      flow.asking.open('preferences'),
      flow.asking.close(),
      flow.asking.open('data'),
    ];
    come();
    await Promise.all(opening);
    expect(shown()).toBe('data');
  });

  it('L-11 that is closed is no answer', async () => {
    const { flow, host, world } = await answered();
    const before = world.disk.history;
    await flow.asking.open('preferences');
    await flow.asking.close();
    host()?.viewed(null);
    expect(world.disk.history).toBe(before);
  });

  it('is put in the words of the settings, with what is pending, in force and was asked', async () => {
    const { flow, host } = await answered();
    await flow.asking.open('preferences');
    const { lang, layout, policy } = SETTINGS;
    expect(host()?.question()).toMatchObject({ lang, layout, policy, pending: [] });
    expect(host()?.question().state).toMatchObject({ purposes: { analytics: true } });
    expect(host()?.question().asked?.purposes).toHaveProperty('analytics');
  });

  it('tells the page which view is on screen, and of a press that did not count', async () => {
    const { flow, host, told } = await answered();
    await flow.asking.open('preferences');
    told.length = 0;
    host()?.viewed('preferences');
    host()?.viewed(null);
    host()?.refused('accept', 'untrusted');
    expect(told).toEqual([
      ['open', { view: 'preferences' }],
      ['close', { view: null }],
      ['refused', { action: 'accept', reason: 'untrusted' }],
    ]);
  });

  it('becomes a choice by its answer', async () => {
    const { flow, answer } = await answered();
    await flow.asking.open('preferences');
    answer(answerOf(['social']));
    await settled();
    expect(flow.allows('social')).toBe(true);
    expect(flow.allows('analytics')).toBe(false);
  });
});

describe('the permanent control', () => {
  it('L-18 is drawn once there is a choice, and not before', async () => {
    const { world } = page();
    const { flow, events } = await started(world);
    await flow.asking.redraw();
    expect(events).toContain('no control');
    expect(events).not.toContain('control');
    await flow.decide(answerOf([], 'reject-all'));
    await settled();
    expect(events).toContain('control');
  });
});

describe('a page in a page of the same site that has the widget', () => {
  function inner() {
    const opened: string[] = [];
    const outer = () => ({ open: async (view: string) => void opened.push(view) });
    return { world: fakeWorld({ outer }), opened };
  }

  it('is not asked, and draws no control, whatever was answered', async () => {
    const { world, opened } = inner();
    await createFlow(SETTINGS, world.ports).begin();
    const { flow, shown } = await started(world);
    await flow.decide(answerOf(['analytics']));
    await settled();
    expect([shown(), opened]).toEqual([null, []]);
    expect(world.events).not.toContain('load');
    expect(world.events).not.toContain('control');
    expect(flow.allows('analytics')).toBe(true);
  });

  it('opens its views in the outer one', async () => {
    const { world, opened } = inner();
    const { flow } = await started(world);
    await flow.asking.open('preferences');
    expect(opened).toEqual(['preferences']);
    expect(world.events).not.toContain('load');
  });
});
