import { describe, expect, it } from 'vitest';
import { namedPage, pageOf } from './path.ts';

const HASHES = ['/#/orders/:id'];

describe('which page an address is', () => {
  it.each([
    ['https://site.example', '/'],
    ['https://site.example/', '/'],
    ['https://site.example?q=flu', '/'],
    ['https://site.example/shoes?q=flu#top', '/shoes'],
    ['https://user:word@site.example:8443/a/b/', '/a/b/'],
    ['https://site.example/shoes#/orders/7', '/shoes'],
    ['', '/'],
    ['nonsense', '/'],
  ])('F-27 %s is %s', (url, page) => {
    expect(pageOf(url)).toBe(page);
  });

  it.each([
    ['https://site.example/#/orders/7?tab=2', '/#/orders/7'],
    ['https://site.example/app?x=1#/orders/7', '/app/#/orders/7'],
    ['https://site.example/app/#!/orders/7', '/app/#/orders/7'],
    ['https://site.example/shoes#top', '/shoes'],
    ['https://site.example/', '/'],
  ])('F-27 %s is %s where pages behind # are declared', (url, page) => {
    expect(pageOf(url, HASHES)).toBe(page);
  });
});

describe('a page as it is told', () => {
  const PATTERNS = ['/reset/:token', '/user/:id/orders', '/user/me/:tab', ...HASHES];

  it.each([
    ['/reset/abc', '/reset/:token'],
    ['/reset/abc/', '/reset/:token'],
    ['/user/annabel/orders', '/user/:id/orders'],
    ['/user/me/orders', '/user/:id/orders'],
    ['/user/me/mail', '/user/me/:tab'],
    ['/#/orders/7', '/#/orders/:id'],
    ['/reset', '/reset'],
    ['/reset/', '/reset/'],
    ['/user/annabel/orders/7', '/user/annabel/orders/7'],
    ['/Reset/abc', '/Reset/abc'],
  ])('L-26 %s is told as %s by the policy', (page, told) => {
    expect(namedPage(page, PATTERNS)).toBe(told);
  });

  it.each([
    ['/u/annabel@mail.example', '/u/:email'],
    ['/u/annabel%40mail.example/edit', '/u/:email/edit'],
    ['/call/+49-30-1234567', '/call/:phone'],
    ['/call/0301234567', '/call/:phone'],
    ['/call/%2B1%20(555)%20123-4567', '/call/:phone'],
    ['/call/5551234567', '/call/:phone'],
    ['/reset/9f86d081884c7d659a2feaa0c55ad015', '/reset/:token'],
    ['/o/3e16018d-a7b7-427e-ac43-05ff3c96d8c2', '/o/:token'],
    ['/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln', '/t/:token'],
    ['/k/sk_live_4eC39HqLyjWDarjtT1zdp7dc', '/k/:token'],
    ['/t/%E0%A4%A', '/t/%E0%A4%A'],
  ])('L-26 %s is told as %s', (page, told) => {
    expect(namedPage(page)).toBe(told);
  });

  it.each([
    '/',
    '/blog/the-10-best-shoes-of-2026',
    '/2026/11/27/news',
    '/2026-11-27',
    '/p/12345678',
    '/internationalisation-and-localisation',
    '/docs/v2.10.3/api',
    '/schuhe/gr%C3%B6%C3%9Fe-44',
    '/@annabel',
    '/a//b/',
  ])('%s is told as it is', (page) => {
    expect(namedPage(page)).toBe(page);
  });

  // Where the time grew with the square of the length this takes minutes.
  it('F-27 a path of whatever length is told in no time', () => {
    const told = ['a', '1', '.', '%41', '@', 'a@', '(1)-'].map((part) => {
      const page = `/x ${part.repeat(400_000)}`;
      return namedPage(page) === page;
    });
    expect(told).toEqual([false, false, true, false, true, true, true]);
  });
});
