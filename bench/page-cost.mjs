// What the widget costs a page that changes: plain nodes added, as a ratio, and what is left of marked ones.
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { serve } from './serve.mjs';

const PLAIN = 50_000;
const MARKED = 10_000;
const ROUNDS = 9;

const TAG =
  '<script src="/s9-consent.js" data-controller="Bench" data-contact="bench@site.example"></script>';
const pageWith = (tag) => `<!doctype html><html lang="en"><title>Bench</title>${tag}
<button id="yes" onclick="social9.consent.accept()">Yes</button><main></main>
<script type="text/plain" data-consent="analytics">released = true</script>`;

/** Adds plain elements in chunks, as a list that grows does; milliseconds until all is told. */
function addPlain(count) {
  const place = document.querySelector('main');
  place.replaceChildren();
  return new Promise((resolve) => {
    const began = performance.now();
    for (let chunk = 0; chunk < count / 100; chunk++) {
      const list = document.createElement('ul');
      for (let i = 0; i < 100; i++) list.append(document.createElement('li'));
      place.append(list);
    }
    setTimeout(() => resolve(performance.now() - began));
  });
}

/** Adds marked elements of every kind, lets them be looked at, and takes them out again. */
async function addMarked(count) {
  const place = document.querySelector('main');
  for (let chunk = 0; chunk < count / 1000; chunk++) {
    place.innerHTML =
      '<script type="text/plain" data-consent="analytics">0</script><img data-consent="social" data-src="data:,"><template data-consent="social"><b></b></template><p data-consent="x"></p>'.repeat(
        250,
      );
    await new Promise((resolve) => setTimeout(resolve, 50));
    place.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function open(browser, path) {
  const page = await browser.newPage();
  await page.goto(site.origin + path);
  if (path === '/with') {
    await page.locator('[data-action=accept]').waitFor();
    await page.click('#yes');
    await page.waitForFunction(() => globalThis.released);
  }
  return page;
}

async function counted(page, session) {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const site = await serve((path) =>
  path === '/with' ? pageWith(TAG) : path === '/without' ? pageWith('') : null,
);
const browser = await chromium.launch({ executablePath: findChromium() });
const pages = {
  '/without': await open(browser, '/without'),
  '/with': await open(browser, '/with'),
};
const times = { '/without': [], '/with': [] };
// By turns, so that both meet the same machine.
for (let round = 0; round < ROUNDS; round++) {
  for (const [path, page] of Object.entries(pages)) {
    times[path].push(await page.evaluate(addPlain, PLAIN));
  }
}
const ratio = median(times['/with']) / median(times['/without']);
console.log(`${PLAIN} plain elements added: ${ratio.toFixed(2)} times the page without us`);

const page = pages['/with'];
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
await page.evaluate(() => document.querySelector('main').replaceChildren());
// The first thousands leave what an engine keeps for the next ones.
await page.evaluate(addMarked, MARKED);
const before = await counted(page, session);
await page.evaluate(addMarked, MARKED);
const after = await counted(page, session);
await browser.close();
site.close();

const left = (name) => after[name] - before[name];
console.log(
  `${MARKED} marked elements added and taken out leave ${left('nodes')} nodes, ` +
    `${left('listeners')} listeners, ${Math.round(left('heap') / 1024)} KiB of heap`,
);
