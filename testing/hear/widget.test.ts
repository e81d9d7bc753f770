import { expect, it } from 'vitest';
import { kept, stateOf } from '../fakes.ts';
import { Timeline } from '../judge/timeline.ts';
import { Widget } from './widget.ts';

it('puts a state into the timeline, and wakes whoever waits for one', async () => {
  const timeline = new Timeline();
  const widget = new Widget(timeline);
  const next = widget.nextWord();
  widget.hear({ type: 'state', state: stateOf('reject-all') });
  await next;
  expect(timeline.now.name).toBe('after reject');
});

it('wakes who waits for a press that was on what is covered', async () => {
  const widget = new Widget(new Timeline());
  const next = widget.nextWord();
  widget.hear({ type: 'refused', reason: 'covered' });
  await next;
  expect(widget.isCovered).toBe(true);
});

it('wakes nobody by a press, or by what else is refused', async () => {
  const widget = new Widget(new Timeline());
  const woken: string[] = [];
  const next = widget.nextWord().then(() => woken.push('state'));
  widget.hear({ type: 'press' });
  widget.hear({ type: 'refused', reason: 'leak' });
  await Promise.resolve();
  woken.push('nothing yet');
  widget.hear({ type: 'state', state: stateOf(null) });
  await next;
  expect(woken).toEqual(['nothing yet', 'state']);
});

it('remembers why a press was last refused', () => {
  const widget = new Widget(new Timeline());
  expect(widget.refusal).toBeNull();
  widget.hear({ type: 'refused', reason: 'covered' });
  widget.hear({ type: 'refused', reason: 'too soon' });
  expect(widget.refusal).toBe('too soon');
});

it('lets an answer begin at the press', () => {
  const timeline = new Timeline();
  const widget = new Widget(timeline);
  widget.hear({ type: 'state', state: stateOf(null) });
  widget.hear({ type: 'press' });
  timeline.add(kept('cookie', 'released'));
  widget.hear({ type: 'state', state: stateOf('accept-all', 'social') });
  expect(timeline.entries().map(({ phase }) => phase.name)).toEqual(['after accept']);
});
