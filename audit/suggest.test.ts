import { expect, it } from 'vitest';
import { suggestFor } from './suggest.ts';

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

it('has nothing to say of nobody', () => {
  expect(suggestFor([], [films])).toEqual({ services: [], unknown: [] });
});
