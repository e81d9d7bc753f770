import { expect, it } from 'vitest';
import { entriesIn, granted, heard, kept, nearShop, SILENCE, TRACKER } from '../fakes.ts';
import { missingIn } from './missing.ts';

const near = nearShop();
const hosts = {
  analytics: ['tracker.example'],
  'service:films': ['films.example', '*.cdn.example'],
};
const spoken = heard({ url: `${TRACKER}/count`, type: 'fetch' });

it('names a host that is granted and expected, and was never spoken to', () => {
  expect(missingIn([], granted('analytics'), { hosts, near })).toEqual([
    {
      kind: 'missing',
      what: 'tracker.example is granted and expected, and nothing was said to it',
      url: 'tracker.example',
      host: 'tracker.example',
      by: null,
      when: 'after accept',
      advice: 'look whether its tag is marked with the id that was granted, and was released',
    },
  ]);
});

it('names no host that was spoken to since the grant', () => {
  const entries = entriesIn(granted('analytics'), spoken);
  expect(missingIn(entries, granted('analytics'), { hosts, near })).toEqual([]);
});

it('does not count what was said before the choice', () => {
  const entries = entriesIn(SILENCE, spoken);
  expect(missingIn(entries, granted('analytics'), { hosts, near })).toHaveLength(1);
});

it('does not take a cookie for a word', () => {
  const entries = entriesIn(granted('analytics'), kept('cookie', 'id', `${TRACKER}/`));
  expect(missingIn(entries, granted('analytics'), { hosts, near })).toHaveLength(1);
});

it('does not miss hosts of what is not granted, nor any where no table is given', () => {
  const missed = (table: typeof hosts | null) =>
    missingIn([], granted('service:films'), { hosts: table, near }).map(({ host }) => host);
  expect(missed(hosts)).toEqual(['films.example', '*.cdn.example']);
  expect(missed(null)).toEqual([]);
});

it('names a host once that two ids need, and finds it by its pattern', () => {
  const both = { analytics: ['*.cdn.example'], 'service:films': ['*.cdn.example'] };
  const now = granted('analytics', 'service:films');
  expect(missingIn([], now, { hosts: both, near })).toHaveLength(1);
  const entries = entriesIn(now, heard({ url: 'https://eu.cdn.example/f', type: 'fetch' }));
  expect(missingIn(entries, now, { hosts: both, near })).toEqual([]);
});
