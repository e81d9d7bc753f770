// A site that leaks on purpose, and the tracker it leaks to: two hosts, no widget.
import { test as base, type Page } from 'playwright/test';
import { expect } from '../support/expect.ts';
import { listen, pathOf, typeOf } from '../support/server.ts';
import { type ConsentWatch, type WatchOptions, watchConsent } from './subject.ts';

export { expect };

/** A file of the site; `{tracker}` and `{host}` are filled in. */
export interface File {
  readonly body?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Files = Readonly<Record<string, string | File>>;

export interface LeakySite {
  readonly origin: string;
  /** Host and port of the tracker. */
  readonly tracker: string;
  put(files: Files): void;
  /** Paths the tracker was asked for. */
  asked(): readonly string[];
}

/** What the tracker answers: enough for each kind of request to go on as it would. */
function trackerAnswer(path: string): string {
  if (path.endsWith('.html'))
    return '<!doctype html><title>Frame</title><img src="/inside.svg" alt="">';
  if (path.endsWith('.svg')) return '<svg xmlns="http://www.w3.org/2000/svg"/>';
  return '';
}

interface Fixtures {
  site: LeakySite;
  /** Watches the page, opens it with this body, and waits until the tracker was asked for a path. */
  open: (body: string, options?: OpenOptions) => Promise<ConsentWatch>;
}

export interface OpenOptions extends WatchOptions {
  readonly files?: Files;
  readonly headers?: Readonly<Record<string, string>>;
  /** A path the tracker must have been asked for, where the browser asks at all. */
  readonly reaches?: string | undefined;
  /** What a person does on the page. */
  readonly after?: ((page: Page) => Promise<unknown>) | undefined;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
  site: async ({}, use) => {
    const asked: string[] = [];
    const stored = new Map<string, File>();
    const tracker = await listen((request, response) => {
      const path = pathOf(request);
      asked.push(path);
      const cookie = path.startsWith('/with-cookie')
        ? { 'set-cookie': 'seen=1; SameSite=None; Secure; Path=/' }
        : {};
      const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      response.writeHead(200, { ...open, ...cookie, 'content-type': typeOf(path) });
      response.end(trackerAnswer(path));
    });
    const host = `tracker.localhost:${tracker.port}`;
    const filled = (text: string): string =>
      text.replaceAll('{tracker}', `http://${host}`).replaceAll('{host}', host);
    const own = await listen((request, response) => {
      const path = pathOf(request);
      const { body = '', status = 200, headers = {} } = stored.get(path) ?? { status: 404 };
      const named = Object.entries(headers).map(([name, value]) => [name, filled(value)]);
      const type = { 'content-type': path === '/' ? 'text/html' : typeOf(path) };
      response.writeHead(status, { ...type, ...Object.fromEntries(named) }).end(filled(body));
    });
    await use({
      origin: `http://localhost:${own.port}`,
      tracker: host,
      asked: () => [...asked],
      put: (files) => {
        for (const [path, file] of Object.entries(files)) {
          stored.set(path, typeof file === 'string' ? { body: file } : file);
        }
      },
    });
    await Promise.all([own.close(), tracker.close()]);
  },
  open: ({ page, site }, use) =>
    use(async (body, { files = {}, headers = {}, reaches, after, ...options } = {}) => {
      const html = `<!doctype html><html lang="en"><title>Leaky</title><body>${body}</body></html>`;
      site.put({ '/': { body: html, headers }, ...files });
      const watch = await watchConsent(page, {
        settle: { quietMs: 150, answerMs: 1_000 },
        ...options,
      });
      await page.goto(site.origin);
      await after?.(page);
      if (reaches) await expect.poll(() => site.asked()).toContain(reaches);
      return watch;
    }),
});
