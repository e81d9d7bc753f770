// A page and the built files beside it, for a bench.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist/tag/', import.meta.url));

/**
 * @param pageAt the HTML at a path; `null` for a path that is no page.
 * @param answer gives what else there is below `/in/` and `/peers/`.
 * @param folder the built files.
 */
export async function serve(pageAt, answer, folder = dist) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const page = pageAt(pathname);
    const isWords = /^\/locales\/[\w-]+\.json$/.test(pathname);
    const type = isWords ? 'application/json' : 'text/javascript';
    response.setHeader('Content-Type', page ? 'text/html' : type);
    if (page) response.end(page);
    else if (isWords || /^\/s9-[\w-]+\.js$/.test(pathname)) {
      createReadStream(folder + pathname.slice(1)).pipe(response);
    } else if (answer && /^\/(in|peers)\//.test(pathname)) answer(pathname, response);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, resolve));
  return { origin: `http://localhost:${server.address().port}`, close: () => server.close() };
}
