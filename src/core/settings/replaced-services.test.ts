// A notice names who receives something: not who stood in the default policy and is gone.
import { expect, test } from 'vitest';
import { catalogue } from '../../policies/services/catalogue.ts';
import { social9 } from '../../policies/social9/policy.ts';
import { withServices } from './catalogue.ts';
import { checkSettings, merge } from './check-settings.ts';

const STANDARD = { ...social9, controller: { name: 'The Daily Example' } };
const FILM = { id: 'film', name: 'Film House', hosts: ['film.example'], data: ['ip'] };

/** Recipients of `social` where these were given over it, one after the other. */
function recipients(...given: readonly object[]) {
  let merged: unknown = { policy: STANDARD };
  for (const purpose of given) {
    merged = merge(merged, { policy: { purposes: [{ id: 'social', ...purpose }] } });
  }
  const whole = withServices(merged, catalogue);
  const { settings, faults } = checkSettings(whole.merged, STANDARD, whole.faults);
  expect(faults).toEqual([]);
  return settings.policy.purposes.find(({ id }) => id === 'social')?.recipients;
}

test.each<[string, object[], string[]]>([
  ['ids of the catalogue', [{ services: ['youtube', 'vimeo'] }], ['YouTube (Google)', 'Vimeo']],
  ['what is written out', [{ services: [FILM] }], ['Film House']],
  ['both', [{ services: ['vimeo', FILM] }], ['Film House', 'Vimeo']],
  ['those given later', [{ services: ['vimeo'] }, { services: [FILM] }], ['Film House']],
  ['none', [{ retention: 'P1M' }], ['Google', 'Facebook', 'Pinterest']],
  ['an empty list', [{ services: [] }], ['Google', 'Facebook', 'Pinterest']],
])('L-21: %s: a purpose is said to go to its services', (_, given, names) => {
  expect(recipients(...given)).toEqual(names);
});

test('who is named besides stays named', () => {
  expect(
    recipients(
      { recipients: ['Google', 'Audit Ltd'], services: ['youtube'] },
      { services: [FILM] },
    ),
  ).toEqual(['Google', 'Audit Ltd', 'Film House']);
});

test('recipients that are given stand', () => {
  expect(recipients({ recipients: ['Google', 'Facebook'], services: ['youtube'] })).toEqual([
    'Google',
    'Facebook',
  ]);
});

test('a service without a name leaves who was named: one too many, not one too few', () => {
  const { name: _, ...nameless } = { ...FILM, id: 'youtube' };
  expect(recipients({ services: [nameless] })).toEqual(['Google', 'Facebook', 'Pinterest']);
});
