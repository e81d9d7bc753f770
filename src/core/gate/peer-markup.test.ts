import { expect, it } from 'vitest';
import { idsFrom, type PeerMarkup } from './peer-markup.ts';

const COOKIEBOT = {
  attribute: 'data-cookieconsent',
  map: { statistics: 'analytics', marketing: 'social' },
};
const ONETRUST = {
  attribute: 'class',
  prefix: 'optanon-category-',
  separator: '-',
  map: { C0002: 'analytics', C0004: 'social' },
};

it.each<[string, PeerMarkup, string]>([
  ['statistics', COOKIEBOT, 'analytics'],
  ['statistics, marketing', COOKIEBOT, 'analytics social'],
  ['statistics statistics', COOKIEBOT, 'analytics'],
  ['preferences', COOKIEBOT, 'preferences'],
  ['constructor', COOKIEBOT, 'constructor'],
  ['video optanon-category-C0002-C0004 wide', ONETRUST, 'analytics social'],
  ['video', ONETRUST, ''],
  [
    'matomo',
    { attribute: 'data-name', map: { matomo: 'analytics service:matomo' } },
    'analytics service:matomo',
  ],
])('%s', (value, markup, ids) => {
  expect(idsFrom(value, markup).join(' ')).toBe(ids);
});
