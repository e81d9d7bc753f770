// Asks Chromium what the workers that pages of a site have in common have fetched.
import type { CDPSession } from 'playwright';

export interface WorkerFetches {
  /** Address of the worker's script. */
  readonly worker: string;
  readonly urls: readonly string[];
}

const FETCHED = 'performance.getEntriesByType("resource").map(({ name }) => name)';

interface Reply {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: string[] } };
}

/** Asks one worker. It has no session of its own here: its messages travel inside the browser's. */
async function askWorker(session: CDPSession, targetId: string): Promise<string[]> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const answer = new Promise<string[]>((done) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const { id, result } = JSON.parse(event.message) as Reply;
      if (id === 1) done(result?.result?.value ?? []);
    });
  });
  const params = { expression: FETCHED, returnByValue: true };
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  const urls = await answer;
  await session.send('Target.detachFromTarget', { sessionId });
  return urls;
}

/** @param contextId the browser context whose workers are asked. */
export async function fetchedByWorkers(
  session: CDPSession,
  contextId: string | undefined,
): Promise<WorkerFetches[]> {
  const filter = [{ type: 'shared_worker' }];
  const { targetInfos } = await session.send('Target.getTargets', { filter });
  const own = targetInfos.filter(({ browserContextId }) => browserContextId === contextId);
  return Promise.all(
    own.map(async ({ targetId, url }) => ({
      worker: url,
      urls: await askWorker(session, targetId).catch(() => []),
    })),
  );
}
