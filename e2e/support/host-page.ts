// The Customer Website: serves what a spec writes, with its headers, and fills in where the others live.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bodyOf, listen, pathOf, typeOf } from './server.ts';

export type Headers = Readonly<Record<string, string>>;

export interface HostPage {
  readonly origin: string;
  /** Serves this at a path. `{{widget}}`, `{{third-party}}`, `{{receiver}}`, `{{page}}` are filled in. */
  put(path: string, content: string, headers?: Headers): void;
  /** What was asked of the site, e.g. `GET /`, `POST /subscribe`, and the cookies that came along. */
  requests(): readonly { line: string; body: string; cookie: string }[];
  close(): Promise<void>;
}

interface Stored {
  readonly content: string;
  readonly headers: Headers;
}

/** `folder` is the spec's own: a file in it is served under its name. */
export async function serveHostPage(
  folder: string,
  origins: Readonly<Record<string, string>>,
): Promise<HostPage> {
  const stored = new Map<string, Stored>();
  const requests: { line: string; body: string; cookie: string }[] = [];
  let origin = '';
  const filled = (text: string): string =>
    text.replaceAll(/\{\{([a-z-]+)\}\}/g, (whole, name: string) =>
      name === 'page' ? origin : (origins[name] ?? whole),
    );

  const server = await listen(async (request, response) => {
    const path = pathOf(request);
    const body = await bodyOf(request);
    const { cookie = '' } = request.headers;
    requests.push({ line: `${request.method} ${path}`, body, cookie });
    const page = stored.get(path);
    const file = page ? null : await readFile(join(folder, path), 'utf8').catch(() => null);
    const content = page?.content ?? file;
    if (content === null) return response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, {
      'cache-control': 'no-store',
      'content-type': path.includes('.') ? typeOf(path) : typeOf('.html'),
      ...page?.headers,
    });
    return response.end(filled(content));
  });
  origin = `http://localhost:${server.port}`;
  return {
    origin,
    put: (path, content, headers = {}) => {
      const values = Object.entries(headers).map(([name, value]) => [name, filled(value)]);
      stored.set(path, {
        content,
        headers: Object.fromEntries(values) as Headers,
      });
    },
    requests: () => [...requests],
    close: () => server.close(),
  };
}
