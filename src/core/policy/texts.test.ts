import { expect, test } from 'vitest';
import terms from '../../policies/social9/terms.json' with { type: 'json' };
import type { Policy, PolicyTerms } from './policy.ts';
import type { Fault } from './shape.ts';
import { readTexts } from './texts.ts';

const TERMS = terms as PolicyTerms;

/** Texts as they are read, and what is said of them. */
function read(texts: Policy['texts']) {
  const faults: Fault[] = [];
  return { read: readTexts(texts, TERMS, faults), faults };
}

test.each([
  ['purposes.analytics.why', 'Um Besuche zu zählen.'],
  ['purposes.social.services.youtube.name', 'YouTube'],
  ['purposes.social.services.youtube.privacyUrl', 'https://example.com/de'],
  ['dataItems.ip.short', 'IP'],
  ['rights.see.how', 'Fragen Sie {controller}.'],
  ['collections.newsletter.act', 'Senden Sie ihn mir'],
  ['controller.privacyUrl', '/datenschutz'],
  ['controller.contact', 'post@site.example'],
])('L-24 %s can be said in another language', (path, text) => {
  const { read: texts, faults } = read({ 'de-AT': { [path]: text } });
  expect(faults).toEqual([]);
  expect(texts['de-AT']?.[path]).toBe(text);
});

test.each([
  ['what decides', 'purposes.analytics.basis', 'necessary'],
  ['who gets it', 'purposes.analytics.recipients', 'somebody'],
  ['how long it is kept', 'dataItems.ip.retention', 'P1D'],
  ['whom a record names', 'controller.name', 'Die Seite'],
  ['what no policy has', 'purposes.analytics.title', 'x'],
  ['what objects are born with', '__proto__.toString', 'x'],
  ['a purpose that is not there', 'purposes.analitics.why', 'x'],
  ['a service that is not there', 'purposes.social.services.vimeo.name', 'x'],
  ['an address that runs', 'controller.privacyUrl', 'javascript:alert(1)'],
])('F-41 F-42 %s (%s) is refused by its path, and closes nothing', (_, path, text) => {
  const { faults } = read({ de: { [path]: text, 'purposes.analytics.name': 'Statistik' } });
  expect(faults.map((fault) => [fault.path, fault.harmless])).toEqual([
    [`policy.texts.de.${path}`, true],
  ]);
});

test('one that is refused leaves the others', () => {
  const { read: texts } = read({ de: { 'controller.name': 'x', 'purposes.analytics.name': 'S' } });
  expect(texts['de']).toEqual({ 'purposes.analytics.name': 'S' });
});

test.each(['german!', 'de.AT', '', '1'])(
  'a language that is none (“%s”) is refused by name',
  (lang) => {
    const { faults } = read({ [lang]: {} });
    expect(faults[0]?.path).toBe(`policy.texts.${lang}`);
    expect(faults[0]?.expected).toContain('a language such as de');
  },
);
