// How soon a press shows, as a ratio to a plain page's button, and the banner, as a ratio to another revision's.
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { articleWith } from './article.mjs';
import { builtFilesOf, lastRelease } from './revision.mjs';
import { serve } from './serve.mjs';

const ROUNDS = 7;
/** A yes counts on a control that has stood still for half a second (contract 8); and more, for the slowed processor. */
const REST_MS = 900;
/** How long a browser takes to tell of an event whose paint it has measured. */
const TOLD_MS = 200;
const SLOWER = 4;
const HELD = 100;

const TAG =
  '<script src="/s9-consent.js" data-controller="Bench" data-contact="bench@site.example"></script>';
const held = '<script type="text/plain" data-consent="analytics">ran = 1</script>'.repeat(HELD);
const PLAIN = `<div id="plain" style="position:fixed;inset:auto 0 0;background:#eee"><p>${'Words '.repeat(50)}</p>
<button onclick="document.getElementById('plain').remove()">Close</button></div>`;

const PRESSES = {
  'a plain button': { path: '/plain', control: '#plain button' },
  'Reject all': { path: '/with', control: 's9-consent [data-action=reject]' },
  'Accept all': { path: '/with', control: 's9-consent [data-action=accept]' },
  [`Accept all, ${HELD} scripts held`]: {
    path: '/held',
    control: 's9-consent [data-action=accept]',
  },
};

const PAGES = {
  '/plain': articleWith('', { body: PLAIN }),
  '/with': articleWith(TAG),
  '/held': articleWith(TAG, { body: held }),
};

/** The longest of the events of a press, from the press to the next paint, in steps of 8 ms. */
const listen = () => {
  globalThis.longestMs = 0;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (/^(pointer(down|up)|mouse(down|up)|click)$/.test(name))
        globalThis.longestMs = Math.max(globalThis.longestMs, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
};

/** Every frame looks whether the banner is there: milliseconds from the page's start. */
const look = () => {
  const each = () => {
    const root = document.querySelector('s9-consent')?.shadowRoot;
    const button = root?.querySelector('[data-action=reject]');
    if (button?.getBoundingClientRect().height) globalThis.shownMs = performance.now();
    else requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
};

async function fresh(browser, script) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(script);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
}

async function press(browser, origin, { path, control }) {
  const page = await fresh(browser, listen);
  await page.goto(origin + path);
  const button = page.locator(control);
  await button.waitFor();
  // What is on its way is not the press.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(REST_MS);
  await button.click();
  await button.waitFor({ state: 'hidden' });
  await page.waitForTimeout(TOLD_MS);
  const ms = await page.evaluate(() => globalThis.longestMs);
  await page.context().close();
  return ms || 16;
}

async function show(browser, origin) {
  const page = await fresh(browser, look);
  await page.goto(`${origin}/with`);
  await page.waitForFunction(() => globalThis.shownMs);
  const ms = await page.evaluate(() => globalThis.shownMs);
  await page.context().close();
  return ms;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const revision = process.argv[2] ?? lastRelease();
const pageAt = (path) => PAGES[path] ?? null;
const site = await serve(pageAt);
const other = await serve(pageAt, undefined, builtFilesOf(revision));
const browser = await chromium.launch({ executablePath: findChromium() });
const pressed = Object.fromEntries(Object.keys(PRESSES).map((name) => [name, []]));
const shown = { now: [], before: [] };
// By turns, so that all meet the same machine.
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, what] of Object.entries(PRESSES)) {
    pressed[name].push(await press(browser, site.origin, what));
  }
  shown.now.push(await show(browser, site.origin));
  shown.before.push(await show(browser, other.origin));
}
await browser.close();
site.close();
other.close();

const plainMs = median(pressed['a plain button']);
console.log(`press to next paint, ${SLOWER} times slower   ratio to a plain button`);
for (const [name, values] of Object.entries(pressed)) {
  const ms = median(values);
  console.log(`${name.padEnd(36)} ${(ms / plainMs).toFixed(2)}   ${Math.round(ms)} ms`);
}
const ratio = median(shown.now) / median(shown.before);
console.log(
  `banner on screen: ${ratio.toFixed(2)} times ${revision}, ${Math.round(median(shown.now))} ms`,
);
