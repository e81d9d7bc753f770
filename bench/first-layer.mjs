// What the first layer takes of the window, beside others, written into docs/first-layer.md.
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { articleWith } from './article.mjs';
import { marked, tableOf } from './marked.mjs';
import { coveredBy, saidBy } from './measure-notice.mjs';
import { OURS, OURS_IN_LANGUAGES, PEERS } from './notices.mjs';
import { serve } from './serve.mjs';

const SCREENS = [
  [390, 844],
  [360, 640],
  [844, 390],
  [320, 256],
  [1280, 800],
];
const DOC = fileURLToPath(new URL('../docs/first-layer.md', import.meta.url));
const PEERS_FOLDER = fileURLToPath(new URL('peers/node_modules/', import.meta.url));
const TYPES = { js: 'text/javascript', css: 'text/css' };

/** Presses until it is gone and has noted a no. */
async function pressesToRefuse(page, { layer, refuse }) {
  await page.locator(refuse).click();
  await page.locator(layer).waitFor({ state: 'hidden' });
  return 1;
}

async function measure(browser, origin, notice, index) {
  const covered = [];
  let said;
  let presses;
  for (const [width, height] of SCREENS) {
    const context = await browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(`${origin}/${index}`);
    const layer = page.locator(notice.layer);
    await layer.and(page.locator(':visible')).waitFor();
    // Some come sliding.
    await layer.evaluate((element) =>
      Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    covered.push(await layer.evaluate(coveredBy));
    said ??= await layer.evaluate(saidBy, notice.purposes);
    presses ??= await pressesToRefuse(page, notice);
    await context.close();
  }
  return { ...notice, ...said, covered, presses };
}

const percent = (value) => `${value.toFixed(1)} %`;
const screens = SCREENS.map(([width, height]) => `${width} × ${height}`);

const besideOthers = (rows) =>
  tableOf(
    ['', ...screens, 'words before the buttons', 'purposes in view', 'presses to refuse'],
    rows.map(({ name, covered, words, inView, presses }) => [
      name,
      ...covered.map(percent),
      words,
      `${inView} of 2`,
      presses,
    ]),
  );

function languagesOf(rows) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return tableOf(
    ['', ...screens, 'words before the buttons'],
    rows.map(({ lang, covered, words }) => [names.of(lang), ...covered.map(percent), words]),
  );
}

if (!existsSync(PEERS_FOLDER)) throw new Error('npm ci --prefix bench/peers comes first');
const notices = [...OURS, ...PEERS, ...OURS_IN_LANGUAGES];
const site = await serve(
  (path) => {
    const notice = notices[path.slice(1)];
    return notice ? articleWith(notice.head, notice) : null;
  },
  (path, response) => {
    response.setHeader('Content-Type', TYPES[path.split('.').at(-1)] ?? 'text/plain');
    createReadStream(PEERS_FOLDER + path.slice('/peers/'.length)).pipe(response);
  },
);
const browser = await chromium.launch({ executablePath: findChromium() });
const measured = [];
for (const [index, notice] of notices.entries()) {
  measured.push(await measure(browser, site.origin, notice, index));
}
await browser.close();
site.close();

const beside = besideOthers(measured.slice(0, OURS.length + PEERS.length));
const languages = languagesOf(measured.slice(OURS.length + PEERS.length));
const doc = marked(readFileSync(DOC, 'utf8'), 'beside others', beside);
writeFileSync(DOC, marked(doc, 'languages', languages));
console.log(`${beside}\n\n${languages}`);
