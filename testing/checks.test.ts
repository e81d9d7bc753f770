import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { checksOf } from './checks.ts';
import type { Fact } from './facts/fact.ts';
import { heard, kept, nearShop, stateOf, TRACKER } from './fakes.ts';
import { type Grants } from './judge/phase.ts';
import { Timeline } from './judge/timeline.ts';
import type { WatchOptions } from './options.ts';

const pixel = heard({ url: `${TRACKER}/a.svg`, type: 'image' });
const FILMS = { id: 'films', name: 'Films', hosts: ['tracker.example'], data: [] };
const POLICY = {
  purposes: [
    { id: 'analytics', cookies: [{ name: '_ga' }] },
    { id: 'social', services: [FILMS] },
  ],
};

/** What was told and noticed, in this order, on a page without a script tag. */
function stage(story: readonly (Grants | Fact)[], options: WatchOptions = {}) {
  const timeline = new Timeline();
  for (const each of story) {
    if ('kind' in each) timeline.add(each);
    else timeline.tell(each);
  }
  let rests = 0;
  const rest = () => Promise.resolve(void (rests += 1));
  const page = { url: () => 'https://shop.example/', evaluate: async () => null };
  const seen = { timeline, explained: async () => timeline.entries() };
  const checks = checksOf(page as unknown as Page, seen, nearShop(), options, rest);
  return { ...checks, timeline, rests: () => rests };
}

const SILENT = stateOf(null);
const FILMS_GRANTED = stateOf('custom', 'social', 'service:films');

describe('silence', () => {
  it('holds where nothing happened', async () => {
    await stage([SILENT]).expectSilence();
    await stage([]).expectSilence();
  });

  it('is broken by what was said and stored in it, all of it in one error', async () => {
    const { expectSilence } = stage([SILENT, pixel, kept('cookie', 'id')]);
    await expect(expectSilence()).rejects.toThrow(
      /^The page was to be silent\. 2 things must not be:\n[^]*an image[^]*the cookie/,
    );
  });

  it('is not broken by what happened under a grant in between', async () => {
    const story = [SILENT, FILMS_GRANTED, pixel, stateOf('withdraw')];
    await stage(story).expectSilence();
  });

  it('still counts when it was broken earlier', async () => {
    const { expectSilence } = stage([SILENT, pixel, FILMS_GRANTED, stateOf('withdraw')]);
    await expect(expectSilence()).rejects.toThrow(/before the choice: an image/);
  });

  it('is not judged by a table that was checked by before', async () => {
    const { timeline, expectOnly, expectSilence } = stage([SILENT, FILMS_GRANTED, pixel]);
    await expect(expectOnly({ social: [] })).rejects.toThrow(/an image/);
    timeline.tell(stateOf('withdraw'));
    await expectSilence();
  });

  it('is not due under a grant', async () => {
    await expect(stage([FILMS_GRANTED]).expectSilence()).rejects.toThrow(/granted are .*films/);
  });

  it('may be broken by names that are allowed', async () => {
    await stage([SILENT, kept('cookie', 'id')], { allowStored: ['id'] }).expectSilence();
  });
});

describe('only what is expected', () => {
  const expected = { 'service:films': ['tracker.example'] };

  it('was spoken to', async () => {
    await stage([SILENT, FILMS_GRANTED, pixel]).expectOnly(expected);
  });

  it('is broken by others, by silence broken before, and by who was not spoken to', async () => {
    const more = heard({ url: 'https://other.example/', type: 'fetch' });
    const { expectOnly } = stage([SILENT, pixel, FILMS_GRANTED, more]);
    await expect(expectOnly(expected)).rejects.toThrow(
      /3 things[^]*before the choice: an image[^]*called other\.example[^]*tracker\.example is granted and expected/,
    );
  });

  it('is not to be checked while nothing is granted, or for ids that nobody knows', async () => {
    await expect(stage([SILENT]).expectOnly(expected)).rejects.toThrow(/nothing is granted/);
    await expect(stage([FILMS_GRANTED]).expectOnly({ film: [] })).rejects.toThrow(TypeError);
  });

  it('is the policy where no table is given, and then nobody must be spoken to', async () => {
    await stage([FILMS_GRANTED], { policy: POLICY }).expectOnly();
    await stage([FILMS_GRANTED, pixel], { policy: POLICY }).expectOnly();
    const counted = [stateOf('custom', 'analytics'), kept('cookie', '_ga'), pixel];
    await expect(stage(counted, { policy: POLICY }).expectOnly()).rejects.toThrow(
      /One thing must not be:\n.*an image/,
    );
  });

  it('lets the site’s own stores be declared by the policy beside a table of hosts', async () => {
    const story = [stateOf('custom', 'analytics'), kept('cookie', '_fb')];
    await stage(story).expectOnly({ analytics: [] });
    const { expectOnly } = stage(story, { policy: POLICY });
    await expect(expectOnly({ analytics: [] })).rejects.toThrow(/the cookie "_fb"/);
  });

  it('takes an endpoint that the test gives for a part of the policy', async () => {
    const sent = heard({ url: 'https://collector.example/', type: 'fetch' });
    const endpoint = 'https://collector.example/';
    const story = [stateOf('custom', 'analytics'), sent];
    await stage(story, { policy: POLICY, endpoint }).expectOnly();
    await expect(stage(story, { policy: POLICY }).expectOnly()).rejects.toThrow(/collector/);
  });

  it('cannot be known where there is neither policy nor table', async () => {
    await expect(stage([FILMS_GRANTED]).expectOnly()).rejects.toThrow(
      'expectOnly(): cannot read the policy: the page has no s9-consent.js tag. Give { policy } to watchConsent(), or the hosts here',
    );
  });
});

describe('leaks as data', () => {
  it('are those that only what is declared would name', async () => {
    const { leaks } = stage([SILENT, pixel, FILMS_GRANTED, pixel], { policy: POLICY });
    expect((await leaks()).map(({ when }) => when)).toEqual(['before the choice']);
  });

  it('under a grant are none where nobody knows what is declared', async () => {
    expect(await stage([FILMS_GRANTED, pixel]).leaks()).toEqual([]);
  });

  it('go by the table that was last checked by', async () => {
    const { leaks, expectOnly } = stage([FILMS_GRANTED, pixel]);
    await expect(expectOnly({ social: [] })).rejects.toThrow(/an image/);
    expect(await leaks()).toHaveLength(1);
  });
});

it('settles the page at every check', async () => {
  const { expectSilence, leaks, rests } = stage([SILENT]);
  await expectSilence();
  await leaks();
  expect(rests()).toBe(2);
});
