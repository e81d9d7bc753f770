// The real nginx in a folder of its own, with what the command wrote where the command says it belongs.
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '../../support/fixture.ts';

export interface Nginx {
  readonly origin: string;
  close(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });

const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

function configurationOf(port: number, snippet: string): string {
  const [http = '', server = ''] = snippet.split('\n\n');
  return `daemon off; pid nginx.pid; error_log stderr warn; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off; default_type text/html;
  ${TEMPORARY.map((each) => `${each}_temp_path ${each};`).join(' ')}
  ${http}
  server { listen 127.0.0.1:${port}; root pages; ${server}
  }
}`;
}

/** @param pages by their names. */
export async function startNginx(
  binary: string,
  snippet: string,
  pages: Readonly<Record<string, string>>,
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 's9-nginx-'));
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'pages'));
  for (const [name, page] of Object.entries(pages)) {
    await writeFile(join(folder, 'pages', name), page);
  }
  const port = await freePort();
  await writeFile(join(folder, 'nginx.conf'), configurationOf(port, snippet));
  const child = spawn(binary, ['-p', folder, '-c', 'nginx.conf'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const origin = `http://localhost:${port}`;
  const answers = () =>
    fetch(origin).then(
      ({ ok }) => ok,
      () => child.exitCode !== null,
    );
  await expect.poll(answers, 'nginx answers or ends').toBe(true);
  expect(child.exitCode, said.join('')).toBeNull();
  return {
    origin,
    async close() {
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
