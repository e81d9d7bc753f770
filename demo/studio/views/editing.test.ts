// What is one step of undo: a line that is typed, a press that picks.
import { expect, test } from 'vitest';
import { begin, step, undo } from '../model/steps.ts';
import { stepOf } from './editing.ts';

const typed = (word: string) =>
  [...word].reduce(
    (steps, _, at) => step(steps, word.slice(0, at + 1), stepOf('ads', { name: word })),
    begin(''),
  );

test('letters of one line are one step, those of the next line another', () => {
  expect(undo(typed('Shopping')).now).toBe('');
  const next = step(typed('Shopping'), 'Shopping, why', stepOf('ads', { why: 'why' }));
  expect(undo(next).now).toBe('Shopping');
});

test('each press that picks is a step', () => {
  const picked = ['ip', 'ip page'].reduce(
    (steps, data) => step(steps, data, stepOf('ads', { data: data.split(' ') })),
    begin(''),
  );
  expect(undo(picked).now).toBe('ip');
});
