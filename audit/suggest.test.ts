import { expect, it } from 'vitest';
import { leak, PAGE, SETTINGS } from './fakes.ts';
import { findingsIn } from './findings.ts';
import { suggestFor, undeclaredIn } from './suggest.ts';

const films = { id: 'films', name: 'Films', hosts: ['films.example', '*.films.example'], data: [] };

it('names services that are known by their ids, once, whatever the port', () => {
  const hosts = ['films.example', 'cdn.films.example:8443'];
  expect(suggestFor(hosts, [films])).toEqual({ services: ['films'], unknown: [] });
});

it('leaves the others to be named, with an id that a policy takes', () => {
  expect(suggestFor(['pixel.example:3000'], [films])).toEqual({
    services: [],
    unknown: [
      { id: 'pixel-example-3000', name: 'pixel.example:3000', hosts: ['pixel.example:3000'] },
    ],
  });
});

it('finds who is in no service of the policy, once, and neither the site nor what is kept', () => {
  const leaks = [
    leak(),
    leak({ url: 'https://tracker.example/b.svg' }),
    leak({ url: 'https://films.example/a', host: 'films.example' }),
    leak({ url: PAGE, host: 'shop.example' }),
    leak({ kind: 'cookie', url: 'https://other.example/', host: 'other.example' }),
  ];
  const findings = findingsIn(leaks, SETTINGS, PAGE);
  expect(undeclaredIn(findings, 'shop.example', ['films.example'])).toEqual(['tracker.example']);
});

it('has nothing to say of nobody', () => {
  expect(suggestFor([], [films])).toEqual({ services: [], unknown: [] });
});
