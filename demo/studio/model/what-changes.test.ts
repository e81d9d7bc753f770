// Wording asks nobody again, more data asks everybody: as the widget itself decides.
import { expect, test } from 'vitest';
import { type DesignSettings, FIRST } from './design.ts';
import { askedAnew } from './what-changes.ts';

const { policy } = FIRST.settings;
const withPolicy = (more: DesignSettings['policy']): DesignSettings => ({
  policy: { ...policy, ...more },
});

test.for<[string, DesignSettings]>([
  ['a look', { ...FIRST.settings, look: 'ink' }],
  ['a title', withPolicy({ notice: { en: { title: '{controller} asks' } } })],
  ['a name', withPolicy({ purposes: [{ id: 'analytics', name: 'Counting' }] })],
  ['less data', withPolicy({ purposes: [{ id: 'analytics', data: ['ip'] }] })],
  ['a purpose less', withPolicy({ purposes: [{ id: 'social', drop: true }] })],
  ['a shorter time', withPolicy({ purposes: [{ id: 'social', retention: 'P1M' }] })],
])('L-28 %s asks nobody again', ([, now]) => {
  expect(askedAnew(FIRST.settings, now)).toEqual([]);
});

test('L-28 a data item more asks again for that purpose, and says which', () => {
  const data = ['ip', 'domain', 'browser', 'os', 'page', 'email'];
  const now = withPolicy({ purposes: [{ id: 'analytics', data }] });
  expect(askedAnew(FIRST.settings, now)).toEqual([
    { purpose: 'Visit statistics', because: ['takes more data: Your e-mail address'] },
  ]);
});

test('L-28 another controller asks again for all', () => {
  const now = withPolicy({ controller: { name: 'Somebody else' } });
  expect(askedAnew(FIRST.settings, now).map(({ purpose }) => purpose)).toEqual([
    'Visit statistics',
    'Social media',
  ]);
});

test('L-28 a purpose of one’s own is new', () => {
  const maps = {
    id: 'maps',
    name: 'Maps',
    why: 'To show maps.',
    data: ['ip'],
    basis: 'consent' as const,
    recipients: ['Google'],
    retention: 'P1M',
  };
  expect(askedAnew(FIRST.settings, withPolicy({ purposes: [maps] }))).toEqual([
    { purpose: 'Maps', because: ['is new'] },
  ]);
});
