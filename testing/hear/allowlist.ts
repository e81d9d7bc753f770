// What Chromium's own network reports by Connection-Allowlist: whom a page speaks to, WebRTC too, from below any script.
import type { BrowserContext, Page, Route } from 'playwright';

export interface Allowlist {
  /** Addresses that were reported since the last time; `webrtc` for a peer connection, whoever it is to. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** The first that knows it. */
const SINCE = 152;
const HEADER = 'connection-allowlist-report-only';
/** Nobody is on it but the site itself; it reports and refuses nothing, so that the page does what it does. */
const VALUE = '(response-origin);report-to=s9-watch';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost)$/;

/** Of an answer that was passed on nobody knows where it came from, so a page on this machine has to be let speak to it. */
async function letSpeakLocally(context: BrowserContext, { hostname, origin }: URL): Promise<void> {
  if (LOOPBACK.test(hostname)) await context.grantPermissions(['local-network-access'], { origin });
}

const withHeader = (context: BrowserContext) => async (route: Route) => {
  const request = route.request();
  if (!request.isNavigationRequest() || request.frame().parentFrame()) return route.fallback();
  const response = await route.fetch({ maxRedirects: 0 }).catch(() => null);
  if (!response) return route.fallback();
  await letSpeakLocally(context, new URL(request.url()));
  return route.fulfill({ response, headers: { ...response.headers(), [HEADER]: VALUE } });
};

/** @throws TypeError in an engine that has none. */
export async function openAllowlist(page: Page): Promise<Allowlist> {
  const context = page.context();
  const browser = context.browser();
  const name = `${browser?.browserType().name()} ${browser?.version()}`;
  const session = await context.newCDPSession(page).catch(() => null);
  if (!session || Number.parseInt(browser?.version() ?? '', 10) < SINCE) {
    throw new TypeError(
      `watchConsent(): network: 'allowlist': expected Chromium ${SINCE} or newer, not ${name}`,
    );
  }
  let reported: string[] = [];
  session.on('Network.reportingApiReportAdded', ({ report }) => {
    const { connection } = report.body as { connection?: unknown };
    if (report.type === 'connection-allowlist' && typeof connection === 'string') {
      reported.push(connection);
    }
  });
  await session.send('Network.enable');
  await session.send('Network.enableReportingApi', { enable: true });
  const handler = withHeader(context);
  await page.route('**/*', handler);
  return {
    take() {
      const taken = reported;
      reported = [];
      return taken;
    },
    async close() {
      await Promise.all([page.unroute('**/*', handler), session.detach()]).catch(() => undefined);
    },
  };
}
