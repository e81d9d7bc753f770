// The tag first in each page, whatever else stands in its head; other answers as they were.
import { expect, test } from 'vitest';
import social9, { heldScript, putFirst, scriptText, tagMarkup } from './astro.ts';

const answer = (body: string | null, given: ResponseInit = {}) =>
  putFirst('<script src="/t.js"></script>')(null, async () => new Response(body, given));

const HTML = { 'content-type': 'text/html; charset=utf-8' };

test.for([
  [
    '<!doctype html><html><head><title>A</title>',
    '<html><head><script src="/t.js"></script><title>',
  ],
  ['<HEAD data-a="$&"><title>A</title>', '<HEAD data-a="$&"><script src="/t.js"></script><title>'],
  ['<header>A</header>', '<header>A</header>'],
])('%s', async ([page = '', found]) => {
  const headers = { ...HTML, 'content-length': '9', 'x-kept': 'yes' };
  const response = await answer(page, { status: 404, headers });
  expect(await response.text()).toContain(found);
  expect(response.status).toBe(404);
  expect(Object.fromEntries(response.headers)).toEqual({ ...HTML, 'x-kept': 'yes' });
});

test('what is no page, or has no body, passes as it is', async () => {
  const json = await answer('{"a":"<head>"}', { headers: { 'content-type': 'application/json' } });
  expect(await json.text()).toBe('{"a":"<head>"}');
  expect((await answer(null, { status: 304, headers: HTML })).status).toBe(304);
});

test('the tag has what it is given, as it was meant', () => {
  expect(tagMarkup()).toBe('<script src="/s9-consent.js"></script>');
  expect(
    tagMarkup({ src: '/a.js', 'data-controller': 'A "B" & C', 'data-endpoint': undefined }),
  ).toBe('<script src="/a.js" data-controller="A &quot;B&quot; &amp; C"></script>');
});

test('the integration adds one middleware, which it makes itself', async () => {
  const added: { entrypoint: string; order: string }[] = [];
  const plugins: object[] = [];
  social9({ src: '/a.js' }).hooks['astro:config:setup']({
    addMiddleware: (middleware) => void added.push(middleware),
    updateConfig: ({ vite }) => void plugins.push(...vite.plugins),
  });
  const [plugin] = plugins as { resolveId(id: string): string | null; load(id: string): string }[];
  const id = plugin?.resolveId(added[0]?.entrypoint ?? '') ?? '';
  expect(plugin?.load(id)).toContain('putFirst("<script src=\\"/a.js\\"></script>")');
  expect([plugin?.resolveId('other'), plugin?.load('other')]).toEqual([null, null]);
});

test('a held script is attributes, and its text such as no parser takes for its end', () => {
  expect(heldScript({ purpose: 'analytics', src: '/a.js', type: 'module' })).toEqual({
    type: 'text/plain',
    'data-consent': 'analytics',
    'data-src': '/a.js',
    'data-type': 'module',
  });
  const text = scriptText("w('<script></SCRIPT><!--', 1 < 2)");
  expect(text).toBe("w('\\x3cscript>\\x3c/SCRIPT>\\x3c!--', 1 < 2)");
});
