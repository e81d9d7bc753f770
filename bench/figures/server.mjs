// The article with one entry's notice in it, and that entry's files: brotli at its best, kept by the browser's cache.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { articleWith } from '../article.mjs';

const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  json: 'application/json',
};
const YEAR = 'public, max-age=31536000, immutable';

/** What a page of a site has besides: a style sheet, so that the first paint waits for one as it does elsewhere. */
const SHEET = 'article, main { max-width: 60ch } header { border-bottom: 1px solid #ccc }'.repeat(
  20,
);

const RELEASED = 'window.released ??= performance.now()';
const HELD = { purpose: 'analytics', code: RELEASED };

/** Each notes when it ran. */
const many = (entry, count) =>
  entry
    .held({
      purpose: 'analytics',
      code: 'ranCount = (window.ranCount || 0) + 1; lastRan = performance.now()',
    })
    .repeat(count);

/** @param search `embed` for a held frame, `held` for a number of held scripts; one of them without it. */
export function pageOf(entry, search = new URLSearchParams()) {
  const head = entry.head(`/e/${entry.id}/`);
  const sheet = '<link rel="stylesheet" href="/site.css">';
  const scripts = search.has('held')
    ? many(entry, Number(search.get('held')))
    : (entry.held?.(HELD) ?? '');
  const frame = search.has('embed')
    ? (entry.frame?.({ purpose: 'social', src: '/embed.html' }) ?? '')
    : '';
  return articleWith(entry.isFirst ? head + sheet : sheet + head, { body: scripts + frame });
}

export const compressed = (body) => brotliCompressSync(body);

export async function serveEntries(entries) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const bodies = new Map();
  // Kept, so that no time of the compression is in a measurement.
  const bodyAt = (key, make) => {
    if (!bodies.has(key)) bodies.set(key, compressed(make()));
    return bodies.get(key);
  };
  const read = ({ pathname, searchParams, search }) => {
    if (pathname === '/blank') return ['html', () => '<!doctype html><title>Blank</title>'];
    if (pathname === '/embed.html') return ['html', () => '<!doctype html><p>An embed</p>'];
    if (pathname === '/site.css') return ['css', () => SHEET];
    const [, kind, id, file] = pathname.split('/');
    const entry = byId.get(id);
    if (entry && kind === 'p') return ['html', () => pageOf(entry, searchParams), search];
    const path = kind === 'e' && entry?.fileAt(file);
    return path ? [file.split('.').at(-1), () => readFileSync(path)] : null;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const found = read(url);
    if (!found) return response.writeHead(404).end();
    const [type, make, search = ''] = found;
    const body = bodyAt(url.pathname + search, make);
    response.writeHead(200, {
      'Content-Type': `${TYPES[type]}; charset=utf-8`,
      'Content-Encoding': 'br',
      'Content-Length': body.length,
      'Cache-Control': type === 'html' ? 'no-store' : YEAR,
      'Access-Control-Allow-Origin': '*',
    });
    return response.end(body);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    /** Bytes of an address, as they are sent. */
    sizeOf: (pathname) => {
      const found = read(new URL(pathname, 'http://localhost'));
      return bodyAt(pathname, found[1]).length;
    },
    close: () => server.close(),
  };
}
