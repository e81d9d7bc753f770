// Contact sheets: every view in every look, as pictures to look through, in dist/sheets.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromiumShell } from '../scripts/browsers.mjs';
import { articleWith } from './article.mjs';
import { serve } from './serve.mjs';
import { VARIANTS } from './sheets/variants.mjs';
import { VIEWS } from './sheets/views.mjs';

const AT_ONCE = 4;
const OUT = fileURLToPath(new URL('../dist/sheets/', import.meta.url));
const TAG = fileURLToPath(new URL('../dist/tag/', import.meta.url));

const CONTROLLER = {
  name: 'The Daily Example',
  contact: 'privacy@daily.example',
  privacyUrl: '/privacy',
};

const settingsOf = ({ settings = {} }, before = {}) => ({
  ...settings,
  ...before,
  policy: { controller: CONTROLLER, ...settings.policy, ...before.policy },
});

const headWith = (settings) =>
  `<script type="application/json" data-s9-config>${JSON.stringify(settings)}</script><script src="/s9-consent.js"></script>`;

/** `/view/variant`, and `/view/variant/before` for the visit before it. */
function pageAt(path) {
  const [, viewName, variantName, visit] = path.split('/');
  const view = VIEWS.find(({ name }) => name === viewName);
  const variant = VARIANTS.find(({ name }) => name === variantName);
  if (!view || !variant) return null;
  const settings = settingsOf(variant, visit ? view.before : undefined);
  const { body } = view;
  const { lang } = variant;
  return articleWith(headWith(settings), {
    lang: lang ?? 'en',
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    body,
  });
}

const settled = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

async function shoot(browser, origin, view, variant) {
  const { viewport, colorScheme, forcedColors, deviceScaleFactor } = variant;
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    ...(colorScheme && { colorScheme }),
    ...(forcedColors && { forcedColors }),
    ...(deviceScaleFactor && { deviceScaleFactor }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const at = `${origin}/${view.name}/${variant.name}`;
  const asks = () =>
    page.locator('s9-consent [data-action=reject]').filter({ visible: true }).first().waitFor();
  try {
    if (view.earlier) {
      await page.goto(`${at}/before`);
      await asks();
      await view.earlier(page);
    }
    await page.goto(at);
    await asks();
    await view.come(page);
    await settled(page);
    await page.screenshot({ path: `${OUT}${view.name}/${variant.name}.png` });
    return null;
  } catch (fault) {
    return `${view.name}/${variant.name}: ${String(fault.message).split('\n')[0]}`;
  } finally {
    await context.close();
  }
}

const isFor = (view, variant) => !variant.only || view.name.startsWith(variant.only);

/** All of one view on one page; a shot of a phone is as high as it is, others smaller. */
function sheetOf(view, shots) {
  const figures = shots.map((name) => {
    const png = readFileSync(`${OUT}${view.name}/${name}`).toString('base64');
    return `<figure><img src="data:image/png;base64,${png}"><figcaption>${name}</figcaption></figure>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 16px; background: #777; color: #fff; font: 14px sans-serif; display: flex; flex-wrap: wrap; gap: 16px; align-items: start }
figure { margin: 0 } img { display: block; max-width: 640px; max-height: 560px }
</style><h1 style="width:100%;margin:0">${view.name}</h1>${figures.join('')}`;
}

async function compose(browser, view) {
  const shots = readdirSync(OUT + view.name);
  const context = await browser.newContext({ viewport: { width: 1960, height: 400 } });
  const page = await context.newPage();
  await page.setContent(sheetOf(view, shots));
  await page.screenshot({ path: `${OUT}${view.name}.png`, fullPage: true });
  await context.close();
}

async function inTurns(jobs) {
  const faults = [];
  const next = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) faults.push(await job());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return faults.filter(Boolean);
}

const wanted = process.argv.slice(2);
const built = readdirSync(TAG)
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(TAG + name, 'utf8'))
  .join('');
const views = VIEWS.filter(
  ({ name, needs }) =>
    (!needs || built.includes(needs)) && (!wanted.length || wanted.includes(name)),
);
const variants = VARIANTS.filter(({ look }) => !look || existsSync(`${TAG}themes/${look}.css`));
const site = await serve(pageAt);
const executablePath = findChromiumShell();
const browser = await chromium.launch({ executablePath });
const browsers = new Map([[undefined, browser]]);
for (const { textSize } of variants) {
  if (!textSize || browsers.has(textSize)) continue;
  const args = [`--blink-settings=defaultFontSize=${textSize}`];
  browsers.set(textSize, await chromium.launch({ executablePath, args }));
}

rmSync(OUT, { recursive: true, force: true });
for (const { name } of views) mkdirSync(OUT + name, { recursive: true });
const jobs = views.flatMap((view) =>
  variants
    .filter((variant) => isFor(view, variant))
    .map((variant) => () => shoot(browsers.get(variant.textSize), site.origin, view, variant)),
);
const count = jobs.length;
const faults = await inTurns(jobs);
for (const view of views) await compose(browser, view);
writeFileSync(
  `${OUT}index.html`,
  `<!doctype html><title>Sheets</title>${views.map(({ name }) => `<img src="${name}.png" alt="${name}">`).join('')}`,
);
for (const each of browsers.values()) await each.close();
site.close();
console.log(
  `${count - faults.length} pictures in dist/sheets, a sheet for each of ${views.length} views`,
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
