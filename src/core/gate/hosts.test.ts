import { describe, expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { isHostOf, normalHost, servicesOf } from './hosts.ts';

describe('a host in normal form', () => {
  it.each([
    ['https://www.youtube.com/embed/1?a=b#c', 'www.youtube.com'],
    ['HTTPS://WWW.YouTube.COM/', 'www.youtube.com'],
    ['https://youtube.com./embed', 'youtube.com'],
    ['https://youtube.com.:8443/embed', 'youtube.com:8443'],
    ['https://youtube.com:443/', 'youtube.com'],
    ['http://youtube.com:80/', 'youtube.com'],
    ['http://youtube.com:8080/', 'youtube.com:8080'],
    ['https://somebody@youtube.com/', 'youtube.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['wss://film.example/socket', 'film.example'],
    ['http://[::1]:8080/', '[::1]:8080'],
  ])('of an address: %s', (address, host) => {
    expect(normalHost(address)).toBe(host);
  });

  it.each([
    ['/embed', 'https://film.example/page', 'film.example'],
    ['//PINS.example./board', 'https://film.example/page', 'pins.example'],
    ['https://pins.example/', 'about:blank', 'pins.example'],
    ['/embed', 'about:blank', ''],
  ])('of %s on a page at %s', (address, base, host) => {
    expect(normalHost(address, base)).toBe(host);
  });

  it.each([
    '',
    'about:blank',
    'data:text/html,https://film.example/',
    'javascript:void(0)',
    'blob:https://film.example/1',
    'https://',
    'film.example',
    '//film.example/path',
  ])('is empty for %j', (address) => {
    expect(normalHost(address)).toBe('');
  });
});

describe('a pattern', () => {
  it.each([
    ['film.example', 'film.example', true],
    ['film.example', 'www.film.example', false],
    ['film.example', 'film.example:8443', false],
    ['film.example:8443', 'film.example:8443', true],
    ['*.film.example', 'www.film.example', true],
    ['*.film.example', 'a.b.film.example', true],
    ['*.film.example', 'film.example', false],
    ['*.film.example', 'myfilm.example', false],
    ['*.film.example', 'film.example.stranger.example', false],
    ['*.film.example', 'www.film.example:8443', false],
    ['*.film.example:8443', 'www.film.example:8443', true],
    ['*.film.example', '', false],
    ['film.example', '', false],
  ])('%s means %j: %j', (pattern, host, isMeant) => {
    expect(isHostOf(pattern, host)).toBe(isMeant);
  });
});

describe('the services of hosts', () => {
  const ids = (...hosts: string[]) => servicesOf(POLICY, hosts).map(({ id }) => id);

  it('are all that one of them belongs to, in the order of the policy', () => {
    expect(ids('pins.example', 'elsewhere.example')).toEqual(['pins']);
    expect(ids('pins.example', 'film.example')).toEqual(['film', 'pins']);
  });

  it('are none for a host that nobody declares, and for no host', () => {
    expect(ids('elsewhere.example')).toEqual([]);
    expect(ids()).toEqual([]);
  });
});
