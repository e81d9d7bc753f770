import { describe, expect, it } from 'vitest';
import { contactsIn, cookiesIn } from './headers.ts';

const PAGE = 'https://shop.example/basket/';
const header = (name: string, value: string) => [{ name, value }];

describe('cookies', () => {
  const set = (value: string) => cookiesIn(header('Set-Cookie', value));

  it('are read by name, whatever the header is called', () => {
    expect(set('session=1; HttpOnly')).toEqual(['session']);
    expect(cookiesIn(header('set-cookie', ' id =2'))).toEqual(['id']);
    expect(cookiesIn(header('x-set-cookie', 'id=2'))).toEqual([]);
  });

  it('are all read where an engine tells several in one header', () => {
    expect(set('a=1; Path=/\nb=2')).toEqual(['a', 'b']);
  });

  it('that are deleted are none', () => {
    expect(set('old=; Max-Age=0')).toEqual([]);
    expect(set('old=; max-age=-1; Path=/')).toEqual([]);
    expect(set('old=; Expires=Thu, 01 Jan 1970 00:00:00 GMT')).toEqual([]);
  });

  it('that last are set', () => {
    expect(set('id=1; Max-Age=3600')).toEqual(['id']);
    expect(set('id=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT')).toEqual(['id']);
    expect(set('id=1; Expires=whenever')).toEqual(['id']);
  });
});

describe('hints in a Link header', () => {
  const urls = (value: string) =>
    contactsIn(header('link', value), PAGE).map(({ kind, url }) => `${kind} ${url}`);

  it.each(['preconnect', 'dns-prefetch', 'preload', 'prefetch', 'modulepreload'])('%s', (rel) => {
    expect(urls(`<https://cdn.example/a.js>; rel="${rel}"; as=script`)).toEqual([
      'hint https://cdn.example/a.js',
    ]);
  });

  it('are read one by one', () => {
    const value = '<https://a.example>; rel=preconnect, <https://b.example>; rel=dns-prefetch';
    expect(urls(value)).toEqual(['hint https://a.example/', 'hint https://b.example/']);
  });

  it('are resolved against the page', () => {
    expect(urls('<pay.js>; rel=preload')).toEqual(['hint https://shop.example/basket/pay.js']);
  });

  it('are not read out of other links', () => {
    expect(urls('<https://b.example/>; rel=canonical')).toEqual([]);
    expect(urls('<https://b.example/>; rel=next, <https://c.example/>; rel=preload')).toEqual([
      'hint https://c.example/',
    ]);
    expect(urls('<https://>; rel=preload')).toEqual([]);
  });
});

describe('reports', () => {
  const urls = (name: string, value: string) =>
    contactsIn(header(name, value), PAGE).map(({ kind, url }) => `${kind} ${url}`);

  it('are sent to each address that Report-To names', () => {
    const value = '{"endpoints":[{"url":"https://a.example/r"},{"url":"https://b.example/r"}]}';
    expect(urls('Report-To', value)).toEqual([
      'report https://a.example/r',
      'report https://b.example/r',
    ]);
  });

  it('are sent to each address that Reporting-Endpoints names', () => {
    expect(urls('reporting-endpoints', 'csp="https://a.example/csp", nel="/own"')).toEqual([
      'report https://a.example/csp',
    ]);
  });

  it('are sent nowhere by other headers', () => {
    expect(urls('content-security-policy', 'img-src https://a.example/')).toEqual([]);
  });
});
