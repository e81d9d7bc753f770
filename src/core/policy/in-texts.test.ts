import { expect, test } from 'vitest';
import words from '../../policies/social9/en.json' with { type: 'json' };
import terms from '../../policies/social9/terms.json' with { type: 'json' };
import { adviceOn, createInTexts } from './in-texts.ts';
import type { PolicyTerms } from './policy.ts';
import { namesIn, withTexts } from './worded.ts';
import { wholePolicy } from './words.ts';

const TERMS = terms as PolicyTerms;
const TEXTS = {
  de: {
    'purposes.analytics.why': 'Wozu.',
    'dataItems.ip.short': 'Adresse',
    'purposes.social.services.youtube.name': 'Filme',
    'rights.see.how': 'Fragen.',
  },
  'de-AT': { 'purposes.analytics.why': 'Wofür.' },
  en: { 'purposes.analytics.why': 'What for.' },
};

const whyIn = (lang: string, wanted: string) => {
  const policy = { ...TERMS, inTexts: createInTexts(TEXTS, wanted) };
  const whole = withTexts(lang, wholePolicy(policy, words));
  return whole.purposes.find(({ id }) => id === 'analytics')?.why;
};

test.each([
  ['de', 'de', 'Wozu.'],
  ['de', 'de-CH', 'Wozu.'],
  ['de', 'de-AT', 'Wofür.'],
  ['en', 'en-GB', 'What for.'],
])('L-24 words in %s on a page in %s are said: %s', (lang, wanted, expected) => {
  expect(whyIn(lang, wanted)).toBe(expected);
});

test('L-24 where the words of the page are not to be had, nothing of the policy is said in them', () => {
  expect(whyIn('en', 'de')).toBe('What for.');
});

test('L-24 a record in another language than the page is quoted in its own', () => {
  expect(whyIn('de', 'en')).toBe('Wozu.');
});

test('the parts that placeholders and forms read say it too, whatever the policy has of its own', () => {
  const policy = { ...TERMS, inTexts: createInTexts(TEXTS, 'de') };
  const called = namesIn(withTexts('de', policy), words);
  expect([called.dataItem('ip'), called.service('youtube')]).toEqual(['Adresse', 'Filme']);
  expect(withTexts('de', wholePolicy(policy, words)).rights[0]?.how).toBe('Fragen.');
});

test('what is asked is the same in all languages', () => {
  const policy = { ...TERMS, takesNoMore: () => true, inTexts: createInTexts(TEXTS, 'de') };
  const said = withTexts('de', policy);
  expect(said.takesNoMore).toBe(policy.takesNoMore);
  const asked = said.purposes.map(({ basis, data, recipients, retention }) => ({
    basis,
    data,
    recipients,
    retention,
  }));
  expect(TERMS.purposes).toMatchObject(asked);
});

test.each([
  ['fr', /policy\.texts has de, de-AT, en, and nothing in “fr”.*"fr": \{\}/],
  ['de', undefined],
  ['en-GB', undefined],
  ['', undefined],
])('on a page in “%s” the console hears %s', (wanted, said) => {
  const advice = adviceOn(TEXTS, wanted);
  if (said) expect(advice).toMatch(said);
  else expect(advice).toBeUndefined();
});
