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
  ['a no that speaks of a yes', { accept: 'Accept and go on', reject: "Don't accept, go on" }],
  ['a no that is none of either', { accept: 'All of it', reject: 'Only needed' }],
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
  ['a yes that says no', { accept: 'Decline', reject: 'Agree' }, '.accept'],
  [
    'a yes that says so in other words',
    { accept: "I don't agree", reject: 'No to it all' },
    '.accept',
  ],
  ['a no that says yes', { accept: 'Accept all', reject: 'Agree to all' }, '.reject'],
  ['one word for both', { accept: 'Weiter', reject: ' weiter' }, '.accept'],
])('L-15 L-23 %s may not', (_what, words, path) => {
  expect(faultsOf(words)).toContain(path);
});
