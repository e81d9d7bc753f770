// Whatever was done can be undone, and done again, until something else is done.
import { expect, test } from 'vitest';
import { begin, redo, step, undo } from './steps.ts';

test('back and forth', () => {
  const two = step(step(begin('a'), 'b'), 'c');
  expect(undo(two).now).toBe('b');
  expect(undo(undo(two)).now).toBe('a');
  expect(undo(undo(undo(two))).now).toBe('a');
  expect(redo(undo(two))).toMatchObject({ now: 'c', past: ['a', 'b'] });
  expect(redo(two)).toBe(two);
});

test('what a slider passes is one step', () => {
  const dragged = step(step(step(begin(0), 1, 'radius'), 2, 'radius'), 3, 'radius');
  expect(undo(dragged).now).toBe(0);
  expect(undo(step(dragged, 9, 'space')).now).toBe(3);
});

test('after an undo the next of the same is a step again', () => {
  const dragged = undo(step(step(begin(0), 1, 'radius'), 5, 'space'));
  expect(undo(step(dragged, 2, 'radius')).now).toBe(1);
});

test('something new ends what was undone', () => {
  expect(redo(step(undo(step(begin('a'), 'b')), 'c')).now).toBe('c');
});
