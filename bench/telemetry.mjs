// What telemetry costs a page view of a returning visitor who granted: bytes, the main thread, long tasks, heap.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 15;
const SLOWDOWN = 4;
const NAVIGATIONS = 10_000;
/** What follows a reply, such as its place in the ledger, tells nobody when it is through; it belongs to the cost. */
const AFTER_MS = 300;
/** So many navigations leave in several requests, one after the other. */
const SENT_MS = 2000;

const pageWith = (
  endpoint,
) => `<!doctype html><html lang="en"><title>Bench</title><script>tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((each) => each.duration))).observe({ type: 'longtask' })</script>
<script src="/s9-consent.js" data-controller="Bench" data-contact="bench@site.example"${endpoint}></script>
<button id="yes" onclick="social9.consent.accept()">Yes</button><main>Words</main>`;

/** Each request that came. */
const received = [];
const site = await serve(
  (path) =>
    path.startsWith('/with/')
      ? pageWith(' data-endpoint="/in/v1/logs"')
      : path === '/without'
        ? pageWith('')
        : null,
  (path, response) => {
    received.push(path);
    response.setHeader('Content-Type', 'application/json');
    response.end('{}');
  },
);
const browser = await chromium.launch({ executablePath: findChromium() });
const context = await browser.newContext();

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function open(slowdown) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const metric = async (name) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? 0;
  };
  return { page, session, metric };
}

/** Milliseconds of main thread until a page has nothing left to do, and its longest task. */
async function view(path) {
  const before = received.length;
  const { page, metric } = await open(SLOWDOWN);
  await page.goto(site.origin + path);
  await page.evaluate(async () => {
    await globalThis.social9.consent.ready;
  });
  while (path.startsWith('/with/') && received.length === before) await page.waitForTimeout(10);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done())));
  await page.waitForTimeout(AFTER_MS);
  const longest = await page.evaluate(() => Math.max(0, ...globalThis.tasks));
  const ms = (await metric('TaskDuration')) * 1000;
  await page.close();
  return { ms, longest };
}

const { page, session, metric } = await open(1);
await page.goto(`${site.origin}/with/first`);
await page.locator('[data-action=accept]').waitFor();
await page.click('#yes');
while (received.length === 0) await page.waitForTimeout(10);

const seen = { with: [], without: [] };
for (let round = 0; round < ROUNDS; round++) {
  seen.without.push(await view('/without'));
  seen.with.push(await view(`/with/${round}`));
}
const [own, bare] = [seen.with, seen.without].map((each) => median(each.map(({ ms }) => ms)));
const longestOf = (views) => Math.round(median(views.map(({ longest }) => longest)));

const heap = async () => {
  await session.send('HeapProfiler.collectGarbage');
  return metric('JSHeapUsedSize');
};
/** By hundreds, as no person does: each is a view, told with the time of the one before. */
async function navigate({ count, sentMs }) {
  for (let at = 0; at < count; at++) {
    history.pushState(null, '', `/with/page-${at}`);
    if (at % 100 === 0) await new Promise((done) => setTimeout(done, 20));
  }
  await new Promise((done) => setTimeout(done, sentMs));
}
await page.evaluate(navigate, { count: 1000, sentMs: SENT_MS });
const before = await heap();
await page.evaluate(navigate, { count: NAVIGATIONS, sentMs: SENT_MS });
const grown = (await heap()) - before;

await browser.close();
site.close();
const file = readFileSync(new URL('../dist/tag/s9-consent-telemetry.js', import.meta.url));
console.log(
  `telemetry: ${brotliCompressSync(file).length} bytes after the grant; ` +
    `${(own / bare).toFixed(2)} times the main thread of the page view without it at ${SLOWDOWN}x slowdown ` +
    `(${Math.round(own)} and ${Math.round(bare)} ms), longest task ${longestOf(seen.with)} and ${longestOf(seen.without)} ms; ` +
    `${NAVIGATIONS} navigations within a page leave ${Math.round(grown / 1024)} KiB of heap`,
);
