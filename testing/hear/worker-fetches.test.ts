import type { CDPSession } from 'playwright';
import { expect, it } from 'vitest';
import { fetchedByWorkers } from './worker-fetches.ts';

const WORKERS = [
  { targetId: 'one', url: 'https://shop.example/worker.js', browserContextId: 'mine' },
  { targetId: 'two', url: 'https://shop.example/worker.js', browserContextId: 'another' },
  { targetId: 'gone', url: 'https://shop.example/gone.js', browserContextId: 'mine' },
];

/** The browser's session, as far as asking workers needs it. */
function sessionWith(fetched: Readonly<Record<string, string[]>>) {
  const listeners: ((event: { sessionId: string; message: string }) => void)[] = [];
  const detached: string[] = [];
  const reply = (sessionId: string, id: number, value: string[]) => {
    const message = JSON.stringify({ id, result: { result: { value } } });
    for (const listener of listeners) listener({ sessionId, message });
  };
  const answers: Record<string, (params: Record<string, string>) => unknown> = {
    'Target.getTargets': () => ({ targetInfos: WORKERS }),
    'Target.attachToTarget': ({ targetId = '' }) => {
      if (!(targetId in fetched)) throw new Error('No target with given id found');
      return { sessionId: targetId };
    },
    'Target.sendMessageToTarget': ({ sessionId = '' }) => {
      reply('another session', 1, ['https://not-asked.example/']);
      reply(sessionId, 2, ['https://another-message.example/']);
      reply(sessionId, 1, fetched[sessionId] ?? []);
    },
    'Target.detachFromTarget': ({ sessionId = '' }) => void detached.push(sessionId),
  };
  const session = {
    on: (_name: string, listener: (typeof listeners)[number]) => listeners.push(listener),
    send: async (method: string, params: Record<string, string>) => answers[method]?.(params),
  };
  return { session: session as unknown as CDPSession, detached };
}

it('tells what each worker of the same context fetched, and lets go of it again', async () => {
  const urls = ['https://tracker.example/from-worker'];
  const { session, detached } = sessionWith({ one: urls, two: ['https://other.example/'] });
  expect(await fetchedByWorkers(session, 'mine')).toEqual([
    { worker: 'https://shop.example/worker.js', urls },
    { worker: 'https://shop.example/gone.js', urls: [] },
  ]);
  expect(detached).toEqual(['one']);
});
