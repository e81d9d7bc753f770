// Placeholders stand in a file of their own: fetched when a frame is held, and not before.
import { describe, expect, it } from 'vitest';
import { answerOf } from '../choice/fakes.ts';
import { settled, started } from '../fakes.ts';
import type { HeldFrame } from '../gate/held.ts';
import { answered, page } from './fakes.ts';

const FRAME = {} as Element;
const HELD: HeldFrame = { element: FRAME, missing: ['social'], hosts: [] };

describe('placeholders', () => {
  it('are not fetched while no frame is held', async () => {
    const { frames, loads } = await answered();
    frames([]);
    await settled();
    expect(loads()).toEqual([]);
  });

  it('are fetched once for all frames that come to be held', async () => {
    const { frames, events, loads } = await answered();
    frames([FRAME]);
    await settled();
    frames([FRAME, FRAME]);
    await settled();
    expect(loads()).toEqual(['load placeholders']);
    expect(events.filter((event) => event.startsWith('cover'))).toEqual(['cover 1', 'cover 2']);
  });

  it('go with the frames', async () => {
    const { frames, events } = await answered();
    frames([FRAME]);
    await settled();
    frames([]);
    await settled();
    expect(events.at(-1)).toBe('cover 0');
  });

  it('of frames that went while they were fetched cover nothing in the end', async () => {
    const { frames, events, slow } = await answered();
    const come = slow();
    frames([FRAME]);
    frames([FRAME, FRAME]);
    frames([]);
    come();
    await settled();
    expect(events.at(-1)).toBe('cover 0');
  });

  it('F-34 that are not to be had are tried again at the next frame', async () => {
    const { frames, events, file, loads } = await answered();
    file.isToBeHad = false;
    frames([FRAME]);
    await settled();
    expect(events.some((event) => event.startsWith('cover'))).toBe(false);
    file.isToBeHad = true;
    frames([FRAME]);
    await settled();
    expect(loads()).toEqual(['load placeholders', 'load placeholders']);
    expect(events.at(-1)).toBe('cover 1');
  });

  it('L-10 stand there before anything was asked, and fetch no question', async () => {
    const { world, loads } = page();
    const { frames, events } = await started(world);
    const before = loads().length;
    frames([FRAME]);
    await settled();
    expect(loads().slice(before)).toEqual(['load placeholders']);
    expect(events).toContain('cover 1');
  });

  it('L-22 load a frame once without a record, open a view, and answer', async () => {
    const { frames, placeholderHost, events, world, shown, told, flow } = await answered();
    const before = world.disk.history;
    frames([FRAME]);
    await settled();
    const host = placeholderHost();
    host?.loadOnce(HELD);
    expect(events).toContain('once');
    expect(world.disk.history).toBe(before);
    host?.refused('load-once', 'covered');
    expect(told.at(-1)).toEqual(['refused', { action: 'load-once', reason: 'covered' }]);
    host?.open('preferences');
    await settled();
    expect(shown()).toBe('preferences');
    host?.answer(answerOf(['analytics', 'social']));
    await settled();
    expect(flow.allows('social')).toBe(true);
  });
});
