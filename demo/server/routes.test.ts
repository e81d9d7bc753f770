// The sample site says of itself what a site with the widget can say, and the command agrees.
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createJournal } from './journal.ts';
import { createDemoReceiver } from './receiver.ts';
import { createRoutes } from './routes.ts';

const COMMAND = fileURLToPath(new URL('../../bin/social9-consent.mjs', import.meta.url));

async function served(): Promise<string> {
  const journal = createJournal();
  const receiver = createDemoReceiver(journal, 0);
  const routes = createRoutes(journal, receiver);
  const server = createServer((request, response) =>
    routes.handle(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    routes.close();
    server.close();
    await receiver.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('S-01 it honours Global Privacy Control', async () => {
  const run = promisify(execFile)(process.execPath, [COMMAND, 'gpc', await served()]);
  expect(await run).toEqual({
    stdout: 'valid: it says that Global Privacy Control is honoured\n',
    stderr: '',
  });
});
