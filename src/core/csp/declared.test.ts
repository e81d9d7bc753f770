import { expect, it } from 'vitest';
import { declaredIn } from './declared.ts';
import { GIVEN, STANDARD } from './fakes.ts';

it('has the services of the policy, those of the catalogue with their hosts', () => {
  const { services } = declaredIn(GIVEN, STANDARD);
  expect(services.filter(({ purpose }) => purpose === 'ads')).toEqual([
    {
      id: 'films',
      purpose: 'ads',
      hosts: ['*.films.example'],
      sources: ['*.films.example', 'wss://*.films.example'],
    },
    {
      id: 'chat-box',
      purpose: 'ads',
      hosts: ['chat.example:8443'],
      sources: ['chat.example:8443', 'wss://chat.example:8443'],
    },
  ]);
});

it('has those of the default policy, and not those of a purpose that is left out', () => {
  const all = declaredIn({}, STANDARD).services;
  const without = declaredIn({ purposes: [{ id: 'social', drop: true }] }, STANDARD).services;
  expect(all.map(({ purpose }) => purpose)).toContain('social');
  expect(without.map(({ purpose }) => purpose)).not.toContain('social');
});

it('refuses a policy with a fault, by its path: it would be enforced and not asked for', () => {
  const faulty = { purposes: [{ ...GIVEN.purposes[0], services: ['film'], retention: 'long' }] };
  expect(() => declaredIn(faulty, STANDARD)).toThrow(
    /policy\.purposes\.ads\.services\[0\]: expected an id of the catalogue, such as films[^]*policy\.purposes\.ads\.retention: expected an ISO 8601 duration/,
  );
});

it('tells what closes nothing', () => {
  const { remarks } = declaredIn({ purposses: [] }, STANDARD);
  expect(remarks).toEqual(['policy.purposses: expected no such setting']);
});

it.each([
  [null, 'policy: expected an object, not null'],
  ['/policy.json', 'policy: expected an object, not "/policy.json"'],
  [[], 'policy: expected an object, not []'],
  [{ policy: {} }, 'policy: expected a policy, not settings: theirs is the member policy'],
])('refuses %j', (given, message) => {
  expect(() => declaredIn(given, STANDARD)).toThrow(new TypeError(message));
});
