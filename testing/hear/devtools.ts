// What only Chromium tells, through its own protocol: who asked, and what workers fetch.
import type { Page } from 'playwright';
import { initiatorIn, scriptIn } from './initiator.ts';
import { fetchedByWorkers, type WorkerFetches } from './worker-fetches.ts';

export interface Devtools {
  /** Script and line, or page and line, that asked for an address. */
  initiatorOf(url: string): string | undefined;
  /** Addresses the site's shared workers have fetched: each worker's script, then what it fetched. */
  fetchedByWorkers(): Promise<WorkerFetches[]>;
  close(): Promise<void>;
}

/** `null` in engines without it. */
export async function openDevtools(
  page: Page,
  onWebTransport: (url: string, by: string | undefined) => void,
): Promise<Devtools | null> {
  const context = page.context();
  const session = await context.newCDPSession(page).catch(() => null);
  if (!session) return null;
  const browser = await context.browser()?.newBrowserCDPSession();
  const initiators = new Map<string, string>();

  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const by = initiatorIn(initiator);
    if (by && !initiators.has(request.url)) initiators.set(request.url, by);
  });
  session.on('Network.webTransportCreated', ({ url, initiator }) => {
    onWebTransport(url, scriptIn(initiator?.stack?.callFrames));
  });
  await session.send('Network.enable');
  const { targetInfo } = await session.send('Target.getTargetInfo');

  return {
    initiatorOf: (url) => initiators.get(url),
    fetchedByWorkers: async () =>
      browser ? fetchedByWorkers(browser, targetInfo.browserContextId) : [],
    async close() {
      await Promise.all([session.detach(), browser?.detach()]).catch(() => undefined);
    },
  };
}
