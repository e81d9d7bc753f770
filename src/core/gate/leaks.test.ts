import { describe, expect, it } from 'vitest';
import { grantsBy } from '../choice/choice.ts';
import { POLICY } from '../choice/fakes.ts';
import { type Circumstances, leakOf, type Moment, type ReleasedElement } from './leaks.ts';

const request = (url: string, atMs = 100) => ({
  url,
  host: /\/\/([^/]+)/.exec(url)?.[1] ?? '',
  initiator: 'img',
  atMs,
});

/** From `atMs` on these are granted, and nothing else. */
const moment = (atMs: number, ...granted: string[]): Moment => ({
  atMs,
  granted: grantsBy(POLICY, (_kind, id) => granted.includes(id)),
});

const releasedElement = (
  url: string,
  ids: readonly string[],
  more: Partial<ReleasedElement> = {},
): ReleasedElement => ({
  atMs: 200,
  ids,
  urls: [url],
  hosts: [request(url).host],
  isCode: true,
  ...more,
});

const here = (more: Partial<Circumstances> = {}): Circumstances => ({
  policy: POLICY,
  ownHosts: ['shop.example', 'static.shop.example'],
  widgetUrls: ['https://cdn.example/s9/', 'https://collector.example/v1/logs'],
  moments: [moment(0)],
  released: [],
  ...more,
});

const FILM = 'https://film.example/frame';
const STATS = 'https://stats.example/s.js';

describe('F-33 nothing is said of', () => {
  it.each([
    'https://shop.example/logo.svg',
    'https://static.shop.example/logo.svg',
    'https://cdn.example/s9/s9-consent-ui.js',
    'https://collector.example/v1/logs',
  ])('%s', (url) => {
    expect(leakOf(request(url), here())).toBeNull();
  });

  it('a host whose service was granted by then', () => {
    const circumstances = here({ moments: [moment(0), moment(90, 'film')] });
    expect(leakOf(request(FILM, 90), circumstances)).toBeNull();
  });

  it('a released element, and what it asks of its own host from then on', () => {
    const circumstances = here({
      moments: [moment(0), moment(190, 'analytics')],
      released: [releasedElement(STATS, ['analytics'])],
    });
    expect(leakOf(request(STATS, 199), circumstances)).toBeNull();
    expect(leakOf(request('https://stats.example/collect', 300), circumstances)).toBeNull();
  });

  it('what was opened once, without a grant', () => {
    const released = [releasedElement(FILM, ['social'], { isCode: false })];
    expect(leakOf(request(FILM, 201), here({ released }))).toBeNull();
  });
});

describe('F-33 a leak is', () => {
  it.each([
    ['https://stranger.example/p.gif', undefined],
    // A subdomain can be a stranger's: its name may be an alias.
    ['https://metrics.shop.example/p.gif', undefined],
    ['https://cdn.example/other.js', undefined],
    ['https://collector.example/v1/other', undefined],
    ['https://shop.example:8443/p.gif', undefined],
    [FILM, 'film'],
  ])('%s', (url, service) => {
    const leak = leakOf(request(url), here());
    expect(leak).toMatchObject({ url, reason: 'leak' });
    expect(leak?.service).toBe(service);
    expect(leak?.purpose).toBe(service && 'social');
  });

  it('a request made before the choice was known of at all', () => {
    expect(leakOf(request(FILM), here({ moments: [] }))).toMatchObject({ service: 'film' });
  });

  it('a request made before the grant, however late it ended', () => {
    const circumstances = here({ moments: [moment(0), moment(90, 'film')] });
    expect(leakOf(request(FILM, 89), circumstances)).toMatchObject({ service: 'film' });
  });

  it('L-19 a request made after the grant was taken back, by what had run', () => {
    const circumstances = here({
      moments: [moment(0), moment(190, 'analytics', 'social', 'film'), moment(400)],
      released: [releasedElement(STATS, ['analytics']), releasedElement(FILM, ['social'])],
    });
    expect(leakOf(request('https://stats.example/collect', 401), circumstances)).toMatchObject({
      reason: 'leak',
    });
    expect(leakOf(request(FILM, 401), circumstances)).toMatchObject({ service: 'film' });
  });

  it('an address of a released host that was asked before the release', () => {
    const circumstances = here({
      moments: [moment(0), moment(190, 'analytics')],
      released: [releasedElement(STATS, ['analytics'])],
    });
    expect(leakOf(request('https://stats.example/collect', 150), circumstances)?.reason).toBe(
      'leak',
    );
  });

  it('another service than the one that was granted', () => {
    const circumstances = here({
      moments: [moment(0, 'social', 'film')],
      released: [releasedElement(FILM, ['social'])],
    });
    expect(leakOf(request('https://pins.example/p', 300), circumstances)).toMatchObject({
      reason: 'leak',
      service: 'pins',
    });
  });
});

describe('undeclared is', () => {
  const granted = { moments: [moment(0), moment(190, 'analytics')] };
  const elsewhere = request('https://partner.example/sync', 300);

  it('what a released script can have asked, and the policy does not name', () => {
    const circumstances = here({ ...granted, released: [releasedElement(STATS, ['analytics'])] });
    expect(leakOf(elsewhere, circumstances)?.reason).toBe('undeclared');
  });

  it('nothing that a picture or a frame was released for', () => {
    const released = [releasedElement(STATS, ['analytics'], { isCode: false })];
    expect(leakOf(elsewhere, here({ ...granted, released }))?.reason).toBe('leak');
  });

  it('nothing asked before the script was released', () => {
    const circumstances = here({
      ...granted,
      released: [releasedElement(STATS, ['analytics'], { atMs: 301 })],
    });
    expect(leakOf(elsewhere, circumstances)?.reason).toBe('leak');
  });
});

it('a request that was stopped is told as stopped', () => {
  expect(leakOf({ ...request(FILM), isBlocked: true }, here())).toMatchObject({ isBlocked: true });
});
