import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isHostOf, normalHost, servicesOf } from '../../core/gate/hosts.ts';
import { checkSettings, merge } from '../../core/settings/check-settings.ts';
import { social9 } from '../social9/policy.ts';
import { catalogue, withCatalogue } from './catalogue.ts';

const folder = new URL('.', import.meta.url);
const whoseIs = (address: string) =>
  servicesOf({ purposes: [{ services: catalogue }] }, [normalHost(address)]).map(({ id }) => id);

/** Hosts that more than one service is asked through: what is fetched there waits for each that is declared. */
const SHARED = [
  ['google', 'google-maps'],
  ['google', 'recaptcha'],
  ['google-maps', 'recaptcha'],
  ['google-analytics', 'google-tag-manager'],
  ['google-analytics', 'google-ads'],
  ['google-tag-manager', 'google-ads'],
  ['facebook', 'meta-pixel'],
  ['pinterest', 'pinterest-tag'],
];

it('has every file of the folder, and each id once', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const written = files.flatMap(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown[],
  );
  expect(catalogue).toHaveLength(written.length);
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(written.length);
  expect(written.length).toBeGreaterThanOrEqual(40);
});

describe.each(catalogue.map((service) => [service.id, service] as const))('%s', (id, service) => {
  it('is accepted by the check as it stands', () => {
    const purpose = {
      id: 'all',
      name: 'All',
      why: 'To try it.',
      basis: 'consent',
      data: ['ip'],
      retention: 'P1M',
      services: [id],
    };
    const given = merge(
      {
        policy: { ...social9, purposes: social9.purposes.slice(0, 2), controller: { name: 'Me' } },
      },
      { policy: { purposes: [purpose] } },
    );
    const { merged, faults } = withCatalogue(given);
    const checked = checkSettings(merged, social9, faults);
    expect(checked.faults).toEqual([]);
    const { cookies, ...rest } = service;
    expect(checked.settings.policy.purposes.at(-1)).toMatchObject({
      services: [rest],
      ...(cookies && { cookies }),
    });
  });

  it('says who it is, where its promises stand, and to whom it speaks', () => {
    expect(service.name).toMatch(/\S/);
    expect(service.privacyUrl).toMatch(/^https:\/\//);
    expect(service.hosts.length).toBeGreaterThan(0);
    expect(service.data).toEqual(['ip', 'browser', 'os', 'page']);
  });
});

it('no host is of two services, but where they are asked through the same one', () => {
  const bare = (pattern: string) => pattern.replace(/^\*/, 'any');
  const overlaps = catalogue.flatMap((one, index) =>
    catalogue
      .slice(index + 1)
      .filter((other) =>
        one.hosts.some((mine) =>
          other.hosts.some(
            (theirs) => isHostOf(mine, bare(theirs)) || isHostOf(theirs, bare(mine)),
          ),
        ),
      )
      .map((other) => [one.id, other.id]),
  );
  expect(overlaps.toSorted()).toEqual(SHARED.toSorted());
});

it('says of the default policy’s services what the default policy says', () => {
  for (const service of social9.purposes.flatMap(({ services }) => services)) {
    expect(catalogue.find(({ id }) => id === service.id)).toEqual(service);
  }
});

it.each([
  ['https://player.vimeo.com/video/1', 'vimeo'],
  ['https://www.instagram.com/embed.js', 'instagram'],
  ['https://platform.twitter.com/widgets.js', 'x'],
  ['https://platform.x.com/embed/Tweet.html', 'x'],
  ['https://www.tiktok.com/embed.js', 'tiktok'],
  ['https://open.spotify.com/embed/track/1', 'spotify'],
  ['https://w.soundcloud.com/player/', 'soundcloud'],
  ['https://js.hcaptcha.com/1/api.js', 'hcaptcha'],
  ['https://challenges.cloudflare.com/turnstile/v0/api.js', 'turnstile'],
  ['https://fonts.googleapis.com/css2', 'google-fonts'],
  ['https://geo.dailymotion.com/player.html', 'dailymotion'],
  ['https://fast.wistia.net/embed/iframe/1', 'wistia'],
  ['https://embed.bsky.app/embed/1', 'bluesky'],
  ['https://t.me/durov/1', 'telegram'],
  ['https://calendly.com/me', 'calendly'],
  ['https://px.ads.linkedin.com/collect', 'linkedin-insight'],
  ['https://www.linkedin.com/embed/feed/update/1', 'linkedin'],
])('knows whose %s is', (address, id) => {
  expect(whoseIs(address)).toEqual([id]);
});
