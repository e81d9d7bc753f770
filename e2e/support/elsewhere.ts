// The rest of the web, for a browser that a command starts by itself: stand-ins answer for every host, nobody else does.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromiumShell } from '../../scripts/browsers.mjs';
import { selfSigned } from './certificate.ts';

/** Host and path → type and body. Who is not among them answers 404. */
export type Answers = Readonly<Record<string, readonly [type: string, body: string]>>;

export interface Elsewhere {
  /** A Chromium for which no name but this machine's own leads out of it. */
  readonly browser: string;
  /** Host and path of what was asked for, in order. */
  asked(): readonly string[];
  close(): Promise<void>;
}

const OWN = ['localhost', '*.localhost', '127.0.0.1'];

/** @throws Error where there is no Chromium. */
export async function startElsewhere(answers: Answers): Promise<Elsewhere> {
  const chromium = findChromiumShell();
  if (!chromium) throw new Error('no Chromium to be started');
  const asked: string[] = [];
  const server = createServer(selfSigned(), ({ headers, url = '/' }, response) => {
    const what = `${headers.host}${url.replace(/\?.*/, '')}`;
    asked.push(what);
    const [type, body] = answers[what] ?? ['text/plain', undefined];
    response.writeHead(body === undefined ? 404 : 200, {
      'access-control-allow-origin': '*',
      'content-type': type,
    });
    response.end(body);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), 's9-elsewhere-'));
  const browser = join(folder, 'chromium');
  const rules = [`MAP * 127.0.0.1:${port}`, ...OWN.map((host) => `EXCLUDE ${host}`)].join(', ');
  await writeFile(
    browser,
    `#!/bin/sh\nexec '${chromium}' --ignore-certificate-errors '--host-resolver-rules=${rules}' "$@"\n`,
  );
  await chmod(browser, 0o755);
  return {
    browser,
    asked: () => [...asked],
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => {
        server.close(closed);
      });
      await rm(folder, { recursive: true });
    },
  };
}
