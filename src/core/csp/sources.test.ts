import { expect, it } from 'vitest';
import { originsOf, ownSourceOf, sourcesOf } from './sources.ts';

it.each([
  ['films.example', ['films.example', 'wss://films.example']],
  ['*.films.example', ['*.films.example', 'wss://*.films.example']],
  ['films.example:8443', ['films.example:8443', 'wss://films.example:8443']],
  ['video.localhost:3000', ['video.localhost:3000', 'ws://video.localhost:3000']],
  ['127.0.0.1:3000', ['127.0.0.1:3000', 'ws://127.0.0.1:3000']],
  ['notlocalhost', ['notlocalhost', 'wss://notlocalhost']],
])('names %s, for WebSockets too', (host, sources) => {
  expect(sourcesOf(host, 'hosts')).toEqual(sources);
});

it.each(['[::1]', "a'b.example", 'a"b.example', 'a$b.example', 'a{b}.example', '*', '*.', ''])(
  'F-42 refuses the host %s, which would mean something else there',
  (host) => {
    expect(() => sourcesOf(host, 'policy.hosts')).toThrow(
      new TypeError(`policy.hosts: expected a host that a CSP can name, not ${host}`),
    );
  },
);

it('takes the origin of an address, and none of a path', () => {
  expect(originsOf('https://c.example/v1/logs?a', 'endpoint')).toEqual(['https://c.example']);
  expect(originsOf('/v1/logs', 'endpoint')).toEqual([]);
  expect(originsOf(undefined, 'endpoint')).toEqual([]);
});

it.each(['//c.example/x', '/\\c.example', 'javascript:1', 'c.example', '', 'https://a;b/'])(
  'refuses %s as an address',
  (address) => {
    expect(() => originsOf(address, 'endpoint')).toThrow(/^endpoint: expected an address .* not /);
  },
);

it.each(['https://cdn.example.com', 'cdn.example.com', '*.example.com', 'https://cdn.example/w/'])(
  'takes %s as one of the site’s own',
  (source) => {
    expect(ownSourceOf(source, 'own')).toBe(source);
  },
);

it.each([
  '*',
  'https:',
  'https://',
  'data:',
  "'unsafe-inline'",
  'a.example; script-src *',
  'a.example b.example',
  'https://*',
])('F-42 refuses %s, which is more than one site', (source) => {
  expect(() => ownSourceOf(source, 'own[0]')).toThrow(/^own\[0\]: expected a host or an address/);
});
