// The handler as frameworks call it: below a prefix that they cut off, and after they have read the body.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { scratch } from './fakes.ts';
import { fileStore } from './file/file-store.ts';
import { createReceiver } from './receiver.ts';

const BODY = JSON.stringify({
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: `${Date.now()}000000`,
              eventName: 's9.page_view',
              attributes: ['s9.event.id', 's9.record.id'].map((key) => ({
                key,
                value: { stringValue: 'a' },
              })),
            },
          ],
        },
      ],
    },
  ],
});

type Before = (request: IncomingMessage & { body?: unknown }) => Promise<void> | void;

async function answered(before: Before): Promise<unknown> {
  const store = fileStore({ folder: scratch(onTestFinished) });
  const receive = createReceiver({ policy: {}, store, publicStats: true });
  const server = createServer(async (request, response) => {
    await before(request);
    await receive(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const response = await fetch(`${origin}/telemetry`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: BODY,
  });
  const { views } = await store.stats({ fromMs: 0, toMs: Date.now() + 86_400_000 });
  await store.close();
  return [response.status, views];
}

/** As Express does below `app.use('/telemetry', receive)`. */
const cutOff: Before = (request) => {
  request.url = request.url?.replace('/telemetry', '') || '/';
};

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

test.each<[string, Before]>([
  ['no body', cutOff],
  [
    'it as an object, as json() does',
    async (request) => {
      request.body = JSON.parse(String(await bytesOf(request)));
      await cutOff(request);
    },
  ],
  [
    'it as bytes, as raw() does',
    async (request) => {
      request.body = await bytesOf(request);
      await cutOff(request);
    },
  ],
])('below a prefix, with %s read before', async (_what, before) => {
  expect(await answered(before)).toEqual([200, 1]);
});
