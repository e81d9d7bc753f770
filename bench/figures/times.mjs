// One round of times of one entry: a visit that is watched until the notice is there, and one that is left alone,
// answered and come back to. Watching costs the main thread, so what it is busy with is told by the second.
import {
  addressOf,
  answer,
  metricsOf,
  openVisit,
  PROFILES,
  rest,
  waitForNotice,
  watch,
} from './visit.mjs';

/** How long a browser takes to tell of an event whose paint it has measured. */
const TOLD_MS = 300;
/** An event that is shorter is not told. */
const SHORTEST_EVENT_MS = 16;
const WAIT = { timeout: 30_000 };

async function watched(browser, site, entry, profile) {
  const { context, page } = await openVisit(browser, site, profile);
  await watch(page, entry);
  await page.goto(addressOf(site, entry));
  await page.waitForFunction(() => globalThis.seen.visibleMs, null, WAIT);
  const { visibleMs, firstPaintMs } = await page.evaluate(() => globalThis.seen);
  await context.close();
  return { visibleMs, firstPaintMs };
}

/** The main thread from before the address is asked for until the page has been idle. */
async function busy(page, session, site, entry, profile) {
  const before = await metricsOf(session);
  const began = Date.now();
  await page.goto(addressOf(site, entry));
  await rest(Math.max(0, PROFILES[profile].restMs - (Date.now() - began)));
  const after = await metricsOf(session);
  const { longMs: longestMs, shift } = await page.evaluate(() => globalThis.seen);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes } = await metricsOf(session);
  return {
    mainMs: 1000 * (after.TaskDuration - before.TaskDuration),
    longestMs,
    shift,
    heapKb: JSHeapUsedSize / 1024,
    nodes: Nodes,
  };
}

async function pressed(page, entry, profile) {
  await answer(page, entry, 'accept', profile);
  await page.waitForFunction(() => globalThis.released, null, WAIT);
  await rest(TOLD_MS);
  const { pressMs, paintMs } = await page.evaluate(() => globalThis.seen);
  const released = await page.evaluate(() => globalThis.released);
  return { pressToScriptMs: released - pressMs, pressToPaintMs: paintMs || SHORTEST_EVENT_MS };
}

async function returned(page, site, entry) {
  await page.goto(addressOf(site, entry));
  await page.waitForFunction(() => globalThis.released, null, WAIT);
  return page.evaluate(() => globalThis.released);
}

async function leftAlone(browser, site, entry, profile) {
  const { context, page, session } = await openVisit(browser, site, profile);
  await watch(page, {});
  const measured = await busy(page, session, site, entry, profile);
  if (entry.kind === 'page') {
    await context.close();
    return measured;
  }
  const press = await pressed(page, entry, profile);
  const warmMs = await returned(page, site, entry);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const coldMs = await returned(page, site, entry);
  await context.close();
  return { ...measured, ...press, warmMs, coldMs };
}

/** @returns milliseconds, kilobytes and numbers, by their names. */
export async function timesOf(browser, site, entry, profile) {
  const seen = entry.kind === 'page' ? {} : await watched(browser, site, entry, profile);
  return { ...seen, ...(await leftAlone(browser, site, entry, profile)) };
}

/** @returns milliseconds from the press until the last of so many held scripts has run, and the longest task. */
export async function releaseOf(browser, site, entry, count, wait = WAIT) {
  const { context, page } = await openVisit(browser, site, 'fast');
  await watch(page, {});
  await page.goto(addressOf(site, entry, `?held=${count}`));
  await waitForNotice(page, entry);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    globalThis.seen.longMs = 0;
  });
  await answer(page, entry, 'accept');
  await page.waitForFunction((all) => globalThis.ranCount === all, count, wait);
  await rest(TOLD_MS);
  const result = await page.evaluate(() => ({
    ms: globalThis.lastRan - globalThis.seen.pressMs,
    longestMs: globalThis.seen.longMs,
  }));
  await context.close();
  return result;
}
