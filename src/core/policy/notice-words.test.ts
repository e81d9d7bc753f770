import { expect, test } from 'vitest';
import { noticeWords } from './notice-words.ts';
import type { Fault } from './shape.ts';

const faultsOf = (value: unknown): string[] => {
  const faults: Fault[] = [];
  noticeWords(value, 'policy.notice.en', faults);
  return faults.map(({ path }) => path.replace('policy.notice.en', ''));
};

test.each<[string, object]>([
  ['nothing at all', {}],
  ['a title that says who asks', { title: 'Let {controller} count?' }],
  ['one sentence', { lead: 'Nothing before you say so.' }],
  ['two answers alike', { accept: 'Ja', reject: 'Nej' }],
  ['two answers, one longer by half', { accept: 'Accept', reject: 'Reject it' }],
  ['a way to the rest', { choose: 'More' }],
])('%s may be said', (_what, words) => {
  expect(faultsOf(words)).toEqual([]);
});

test.each<[string, object, string]>([
  ['a title that names nobody', { title: 'Consent' }, '.title'],
  ['what is vague', { lead: 'We may use your data.' }, '.lead'],
  ['what presses', { lead: 'Hurry' }, '.lead'],
  ['an exclamation', { accept: 'Yes!', reject: 'Nope' }, '.accept'],
  ['guilt', { accept: 'Yes please, go on', reject: 'No thanks, I am bored' }, '.reject'],
  ['what is no answer', { accept: 'Got it', reject: 'Reject' }, '.accept'],
  ['a no that is much longer', { accept: 'Yes', reject: 'Not now' }, '.accept'],
  ['a yes alone', { accept: 'Yes' }, '.accept'],
  ['a no alone', { reject: 'No' }, '.accept'],
  ['what is no text', { choose: 7 }, '.choose'],
])('L-15 L-23 %s may not', (_what, words, path) => {
  expect(faultsOf(words)).toContain(path);
});
