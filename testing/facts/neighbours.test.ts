import { describe, expect, it, test } from 'vitest';
import { nearShop } from '../fakes.ts';
import { Neighbours } from './neighbours.ts';

const WIDGET = 'https://cdn.example/v1/s9-consent.js';

describe('whose business an address is', () => {
  test.each([
    ['the site', 'https://shop.example/a.js'],
    ['a WebSocket of the site', 'wss://shop.example/live'],
    ['what stands in the page', 'data:image/gif;base64,AAAA'],
    ['what a script made', 'blob:https://shop.example/1'],
    ['an empty frame', 'about:blank'],
    ['what is no address', ''],
  ])('nobody else’s: %s', (_title, url) => {
    expect(nearShop().isFine(url)).toBe(true);
  });

  test.each([
    ['another host', 'https://tracker.example/'],
    ['a host below the own one', 'https://metrics.shop.example/'],
    ['the own host at another port', 'https://shop.example:8443/'],
    ['a WebSocket', 'ws://tracker.example/'],
  ])('somebody else’s: %s', (_title, url) => {
    expect(nearShop().isFine(url)).toBe(false);
  });

  it('nobody is near before the page has been opened', () => {
    expect(new Neighbours([]).isFine('https://shop.example/')).toBe(false);
  });

  it('an address that was allowed is fine, and no other of its host', () => {
    const near = nearShop('https://cdn.example/fonts/');
    expect(near.isFine('https://cdn.example/fonts/a.woff2')).toBe(true);
    expect(near.isFine('https://cdn.example/pixel.gif')).toBe(false);
  });
});

describe('the widget', () => {
  it('is fine wherever it lies, with each of its files', () => {
    const near = nearShop();
    expect(near.isFine(WIDGET)).toBe(true);
    expect(near.isFine('https://cdn.example/v1/s9-consent-ui.js')).toBe(true);
    expect(near.isFine('https://cdn.example/v1/social9.json?v=2')).toBe(true);
    expect(near.isFine('https://cdn.example/v1/locales/pt-BR.json')).toBe(true);
  });

  it('lends its name to nothing else of its host', () => {
    const near = nearShop();
    near.isFine(WIDGET);
    expect(near.isFine('https://cdn.example/v1/pixel.gif')).toBe(false);
    expect(near.isFine('https://cdn.example/v1/other.json')).toBe(false);
    expect(near.isFine('https://cdn.example/social9.json')).toBe(false);
    expect(near.isFine('https://cdn.example/v1/my-s9-consent.js')).toBe(false);
    expect(near.isFine('https://cdn.example/v1/s9-consent.js.map')).toBe(false);
  });

  it('makes its data fine only where its script was seen', () => {
    expect(nearShop().isFine('https://cdn.example/v1/social9.json')).toBe(false);
  });

  it('makes its host known, once it was seen', () => {
    const near = nearShop();
    const host = new URL('https://cdn.example/');
    expect(near.isWidgetHost(host)).toBe(false);
    near.isFine(WIDGET);
    expect(near.isWidgetHost(host)).toBe(true);
    expect(near.isWidgetHost(new URL('https://tracker.example/'))).toBe(false);
  });
});

it('takes a cookie for the own host, or for a domain above it, as the own', () => {
  const near = nearShop();
  near.ownHost = 'www.shop.example:8080';
  expect(near.isOwnDomain('www.shop.example')).toBe(true);
  expect(near.isOwnDomain('.shop.example')).toBe(true);
  expect(near.isOwnDomain('login.shop.example')).toBe(false);
  expect(near.isOwnDomain('op.example')).toBe(false);
  expect(near.isOwnDomain('tracker.example')).toBe(false);
});
