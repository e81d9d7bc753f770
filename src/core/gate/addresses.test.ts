import { describe, expect, it } from 'vitest';
import { isFetchable, mayCarry } from './addresses.ts';

const PAGE = { protocol: 'https:', base: 'https://shop.example/list/' };

describe('F-52 an element is given what a browser fetches from it, and nothing else', () => {
  it.each([
    ...['iframe', 'embed', 'img', 'image', 'video', 'audio', 'source', 'track', 'script'].map(
      (kind) => [kind, 'src'],
    ),
    ['img', 'srcset'],
    ['source', 'srcset'],
    ['video', 'poster'],
    ['link', 'href'],
    ['object', 'data'],
  ])('%s %s', (kind = '', attribute = '') => {
    expect(mayCarry(kind, attribute)).toBe(true);
  });

  it.each([
    ...['a', 'area', 'base', 'use', 'animate', 'set', 'image', 'script', 'img', 'div'].map(
      (kind) => [kind, 'href'],
    ),
    ...['form', 'text', 'input', 'frame', 'object', 'constructor', ''].map((kind) => [kind, 'src']),
    ['iframe', 'srcdoc'],
    ['form', 'action'],
    ['button', 'formaction'],
    ['embed', 'data'],
    ['video', 'srcset'],
    ['img', 'poster'],
    ['img src', ''],
    ['img', 'src '],
  ])('never %s %s', (kind = '', attribute = '') => {
    expect(mayCarry(kind, attribute)).toBe(false);
  });
});

describe('F-52 an address is one that something is fetched from', () => {
  it.each([
    '',
    'x.js',
    '/x.js',
    '//cdn.example/x.js',
    'http://cdn.example/',
    'HTTPS://cdn.example',
  ])('%j is, for every kind', (address) => {
    for (const kind of ['script', 'iframe', 'link', 'img']) {
      expect(isFetchable(kind, address, PAGE)).toBe(true);
    }
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript\r:alert(1)',
    'javascript://cdn.example/%0aalert(1)',
    'view-source:https://cdn.example/',
    'vbscript:x',
    'about:blank',
    'about:srcdoc',
    'filesystem:https://shop.example/temporary/x',
    'file:///etc/passwd',
    'ftp://cdn.example/x',
    'mailto:a@b.example',
    'ws://cdn.example/',
    'http://[',
  ])('%j is for none', (address) => {
    for (const kind of ['script', 'iframe', 'embed', 'object', 'link', 'img', 'video']) {
      expect(isFetchable(kind, address, PAGE)).toBe(false);
    }
  });

  it.each(['data:image/gif;base64,R0', 'blob:https://shop.example/1'])(
    '%j is for pictures and media alone',
    (address) => {
      for (const kind of ['img', 'image', 'video', 'audio', 'source', 'track']) {
        expect(isFetchable(kind, address, PAGE)).toBe(true);
      }
      for (const kind of ['script', 'iframe', 'embed', 'object', 'link']) {
        expect(isFetchable(kind, address, PAGE)).toBe(false);
      }
    },
  );

  it('a page from disk has the addresses of its own', () => {
    const disk = { protocol: 'file:', base: 'file:///site/index.html' };
    expect(isFetchable('script', 'x.js', disk)).toBe(true);
    expect(isFetchable('script', 'javascript:0', disk)).toBe(false);
  });

  it('what somebody wrote as the base of a page changes nothing', () => {
    for (const base of ['javascript:0', 'data:text/html,x', 'about:blank', 'nothing']) {
      const where = { protocol: 'https:', base };
      expect(isFetchable('iframe', 'javascript:0', where)).toBe(false);
      expect(isFetchable('script', 'data:,', where)).toBe(false);
      expect(isFetchable('script', '#x', where)).toBe(false);
    }
  });
});
