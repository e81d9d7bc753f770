// What each entry makes a browser fetch, kind of visit by kind of visit: requests and bytes, compressed with brotli.

import { compressed, pageOf } from './server.mjs';
import { addressOf, answer, openVisit, rest, waitForNotice, watch } from './visit.mjs';

const IDLE_MS = 2000;

/** Everything that was sent for the entry, and when it was asked for. */
const sent = () => ({
  visibleMs: globalThis.seen?.visibleMs ?? Number.POSITIVE_INFINITY,
  files: performance
    .getEntriesByType('resource')
    .filter(
      ({ name, transferSize }) => new URL(name).pathname.startsWith('/e/') && transferSize > 0,
    )
    .map(({ name, startTime }) => ({ name: new URL(name).pathname, startMs: startTime })),
});

async function fetched(page, site) {
  await page.waitForLoadState('networkidle');
  await rest(IDLE_MS);
  const { visibleMs, files } = await page.evaluate(sent);
  const sum = (some) => ({
    requests: some.length,
    bytes: some.reduce((total, { name }) => total + site.sizeOf(name), 0),
  });
  return { whole: sum(files), visible: sum(files.filter(({ startMs }) => startMs < visibleMs)) };
}

/** Visits, answers, and comes back with an empty cache. */
async function returning(browser, site, entry, which, search) {
  const { context, page, session } = await openVisit(browser, site, 'fast');
  await page.goto(addressOf(site, entry, search));
  await answer(page, entry, which);
  // A no counts before its record is on disk.
  await page.waitForLoadState('networkidle');
  await rest(IDLE_MS);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.goto(addressOf(site, entry, search));
  const { whole } = await fetched(page, site);
  await context.close();
  return whole;
}

async function first(browser, site, entry, search) {
  const { context, page } = await openVisit(browser, site, 'fast');
  await watch(page, entry);
  await page.goto(addressOf(site, entry, search));
  await waitForNotice(page, entry);
  const both = await fetched(page, site);
  await context.close();
  return both;
}

const alone = { id: 'alone', head: () => '' };

/** @returns for each kind of visit the requests and bytes. */
export async function bytesOf(browser, site, entry) {
  const { visible, whole } = await first(browser, site, entry, '');
  const embed = entry.frame && (await first(browser, site, entry, '?embed')).whole;
  const html = pageOf({ ...alone, held: entry.held, isFirst: entry.isFirst });
  return {
    html: compressed(pageOf(entry)).length - compressed(html).length,
    visible,
    whole,
    refused: await returning(browser, site, entry, 'refuse', ''),
    granted: await returning(browser, site, entry, 'accept', ''),
    embed,
    embedRefused: embed && (await returning(browser, site, entry, 'refuse', '?embed')),
  };
}
