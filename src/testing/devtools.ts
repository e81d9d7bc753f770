// What only Chromium tells, through its own protocol: who asked, and what shared workers fetch.
import type { CDPSession, Page } from 'playwright';

export interface Devtools {
  /** Script and line, or page and line, that asked for an address. */
  initiatorOf(url: string): string | undefined;
  /** Addresses the site's shared workers have fetched. Each worker's script, then what it fetched. */
  fetchedByWorkers(): Promise<{ worker: string; urls: string[] }[]>;
  close(): Promise<void>;
}

interface Place {
  readonly url?: string | undefined;
  readonly lineNumber?: number | undefined;
}

const placeOf = ({ url, lineNumber }: Place): string | undefined =>
  url ? `${url}${lineNumber === undefined ? '' : `, line ${lineNumber + 1}`}` : undefined;

const FETCHED = 'performance.getEntriesByType("resource").map(({ name }) => name)';

/** Asks one worker. It has no session of its own here: its messages travel inside the browser's. */
async function askWorker(session: CDPSession, targetId: string): Promise<string[]> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const answer = new Promise<string[]>((done) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return;
      const { id, result } = JSON.parse(event.message) as {
        id?: number;
        result?: { result?: { value?: string[] } };
      };
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

/** `null` in engines without it. */
export async function openDevtools(
  page: Page,
  onWebTransport: (url: string, by: string | undefined) => void,
): Promise<Devtools | null> {
  const session = await page
    .context()
    .newCDPSession(page)
    .catch(() => null);
  if (!session) return null;
  const browser = await page.context().browser()?.newBrowserCDPSession();
  const initiators = new Map<string, string>();

  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const { stack, url, lineNumber, type } = initiator;
    const frames = stack?.callFrames ?? stack?.parent?.callFrames ?? [];
    const script = frames.map(placeOf).find(Boolean);
    const place = script ? `the script ${script}` : placeOf({ url, lineNumber });
    if (place && !initiators.has(request.url)) {
      initiators.set(request.url, script || type !== 'parser' ? place : `the markup of ${place}`);
    }
  });
  session.on('Network.webTransportCreated', ({ url, initiator }) => {
    onWebTransport(url, initiator?.stack?.callFrames.map(placeOf).find(Boolean));
  });
  await session.send('Network.enable');
  const { targetInfo: own } = await session.send('Target.getTargetInfo');

  return {
    initiatorOf: (url) => initiators.get(url),
    async fetchedByWorkers() {
      if (!browser) return [];
      const filter = [{ type: 'shared_worker' }];
      const { targetInfos } = await browser.send('Target.getTargets', { filter });
      const mine = targetInfos.filter((each) => each.browserContextId === own.browserContextId);
      return Promise.all(
        mine.map(async ({ targetId, url }) => ({
          worker: url,
          urls: await askWorker(browser, targetId).catch(() => []),
        })),
      );
    },
    async close() {
      await Promise.all([session.detach(), browser?.detach()]).catch(() => undefined);
    },
  };
}
