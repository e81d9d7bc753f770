// One visit of one browser: a fresh profile, the machine of its kind, and what the page noted of itself.
import { watchPage } from './watch-page.mjs';

/** A desk and a phone; `rest` is how long a page is left alone until it is idle, `watch` until it counts as measured. */
export const PROFILES = {
  fast: { viewport: { width: 1280, height: 800 }, restMs: 1500 },
  slow: {
    viewport: { width: 390, height: 844 },
    restMs: 3500,
    processor: 4,
    network: {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 0.75e6 / 8,
    },
  },
};

/** A yes counts on a control that has stood still; and longer, where the processor is slowed. */
const STILL_MS = { fast: 700, slow: 1500 };

export const rest = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns a page whose processor and network are those of the profile, in a context of its own. */
export async function openVisit(browser, site, profile) {
  const { viewport, processor, network } = PROFILES[profile];
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  // Time of the processor: what a busy machine takes away is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${site.origin}/blank`);
  if (network) await session.send('Network.emulateNetworkConditions', network);
  if (processor) await session.send('Emulation.setCPUThrottlingRate', { rate: processor });
  return { context, page, session };
}

export const addressOf = (site, entry, search = '') => `${site.origin}/p/${entry.id}${search}`;

const inside = ({ host }, selector) => (host ? `${host} ${selector}` : selector);

export const layerOf = (page, entry) => page.locator(inside(entry, entry.layer)).first();

/** Whatever comes sliding stands. */
export async function waitForNotice(page, entry) {
  const layer = layerOf(page, entry);
  await layer.waitFor();
  await layer.evaluate((element) =>
    Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
}

/** Presses with a real mouse, and waits until the notice is gone. */
export async function answer(page, entry, which, profile = 'fast') {
  await waitForNotice(page, entry);
  await rest(STILL_MS[profile]);
  await page.locator(inside(entry, entry[which])).first().click();
  await layerOf(page, entry).waitFor({ state: 'hidden' });
}

export const watch = (page, { host, layer }) => page.addInitScript(watchPage, { host, layer });

export async function metricsOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}
