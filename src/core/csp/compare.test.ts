import { describe, expect, it } from 'vitest';
import { compare, type Due } from './compare.ts';
import { declaredIn } from './declared.ts';
import { directivesOf } from './directives.ts';
import { GIVEN, STANDARD } from './fakes.ts';
import { readOptions } from './options.ts';

const options = readOptions({
  endpoint: 'https://c.example/v1/logs',
  own: ['https://cdn.example'],
});
const { services } = declaredIn(GIVEN, STANDARD);
const ads = services.filter(({ purpose }) => purpose === 'ads');
const write = (opened = ads, given = options) =>
  directivesOf(
    opened.flatMap(({ sources }) => sources),
    given,
  );
const due = (opened: Due['opened'] = []): Due => ({ opened, ...options });
const told = (headers: readonly string[], opened: Due['opened'] = []) =>
  compare(headers, due(opened), 'now').map(({ path, expected }) => `${path}: ${expected}`);

it('has no fault to find in what is written from the same policy', () => {
  expect(told([write([])])).toEqual([]);
  expect(told([write()], ads)).toEqual([]);
  const strict = readOptions({
    strict: true,
    trustedTypes: true,
    own: options.own,
    endpoint: 'https://c.example/',
  });
  expect(told([write(ads, strict)], ads)).toEqual([]);
  expect(
    told([
      write([], readOptions({ nonce: 'aGk=', own: options.own, endpoint: 'https://c.example' })),
    ]),
  ).toEqual([]);
});

describe('more than it should', () => {
  it.each([
    ['nothing is refused', "frame-ancestors 'self'"],
    ['any host is let through', "default-src *; connect-src 'self' c.example"],
    ['a scheme is let through', "default-src 'self' https:; connect-src 'self' c.example"],
    [
      'trusted scripts may load others',
      "default-src 'self' 'strict-dynamic'; connect-src 'self' c.example",
    ],
    [
      'somebody else is let through',
      "default-src 'self' evil.example; connect-src 'self' c.example",
    ],
    ['the endpoint is let through for scripts', "default-src 'self' c.example"],
  ])('is a fault where %s', (_, header) => {
    expect(told([header])[0]).toMatch(/^now: script-src: not to allow /);
  });

  it('is one kind of request alone where only that is open', () => {
    const header = `${write([])}; img-src 'self' https://pixel.example/a/`;
    expect(told([header])).toEqual(['now: img-src: not to allow https://pixel.example/a/']);
  });

  it('is what is granted later: before a choice a declared host is a fault', () => {
    expect(told([write()]).join()).toMatch(/not to allow \*\.films\.example, wss:\/\/\*\.films/);
  });

  it('is none where another policy of the page refuses it', () => {
    expect(told(['default-src *', write([])])).toEqual([]);
    expect(told([`default-src *, ${write([])}`])).toEqual([]);
  });
});

describe('less than it should', () => {
  it('is a fault for what is granted, in each kind of request', () => {
    expect(told([write([])], ads)[0]).toMatch(/^now: script-src, .*: to allow service:films$/);
    expect(told([write(), "frame-src 'none'"], ads)).toEqual([
      'now: frame-src: to allow service:films',
      'now: frame-src: to allow service:chat-box',
    ]);
  });

  it('is a fault for the endpoint', () => {
    expect(told(["default-src 'self'"])).toEqual(['now: connect-src: to allow https://c.example']);
  });
});

it('wants one that is enforced', () => {
  expect(told([])).toEqual(['now: a Content Security Policy that is enforced']);
  expect(told([' ; , '])).toEqual(['now: a Content Security Policy that is enforced']);
});
