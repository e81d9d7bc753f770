// What docs/announce.md shows is right, to the letter; and it shows every receiver.
import { expect, test } from 'vitest';
import { RECEIVER_NAMES, RECEIVERS } from '../src/core/announce/receivers.ts';
import { examplesIn, readExample } from './announce.ts';
import { read } from './project-files.ts';

const page = read('docs/announce.md');
const examples = examplesIn(page).map(readExample);

test('each example is read without a fault', () => {
  expect(examples.flatMap(({ faults }) => faults)).toEqual([]);
});

test('one that is not is noticed', () => {
  const broken = { policy: { announce: { meta: 'advertising' } } };
  expect(readExample(broken).faults).toEqual([
    expect.stringMatching(/^policy\.announce\.meta: .*advertising is none that can be granted$/),
    expect.stringMatching(/^policy\.announce\.meta: a service of the policy/),
  ]);
});

test('every receiver has one', () => {
  const shown = examples.flatMap(({ receivers }) => receivers);
  expect(shown.toSorted()).toEqual(RECEIVER_NAMES.toSorted());
});

test('every signal is named', () => {
  for (const { signals } of Object.values(RECEIVERS)) {
    for (const signal of signals) expect(page).toContain(signal);
  }
});
