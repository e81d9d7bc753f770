// How the release of held scripts grows with their number: time per script as a ratio, longest task.
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';
import { serve } from './serve.mjs';

const COUNTS = [100, 1000, 10_000];
const held = '<script type="text/plain" data-consent="analytics">ran++</script>\n';

const pageOf = (count) => `<!doctype html><html lang="en"><title>Bench</title>
<script>ran = 0; longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
</script>
<script src="/s9-consent.js" data-controller="Bench" data-contact="bench@site.example"></script>
<button id="yes" onclick="began = performance.now(); social9.consent.accept()">Yes</button>
${held.repeat(count)}`;

async function measure(browser, count) {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/${count}`);
  await page.locator('[data-action=accept]').waitFor();
  // What the parser and the first draw cost is not the release.
  await page.evaluate(() => (longest = 0));
  await page.click('#yes');
  const ms = await page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const look = () => (ran < wanted ? setTimeout(look) : resolve(performance.now() - began));
        look();
      }),
    count,
  );
  const longestMs = await page.evaluate(() => longest);
  await page.close();
  return { count, microsecondsEach: (ms * 1000) / count, longestMs };
}

const site = await serve((path) => (/^\/\d+$/.test(path) ? pageOf(Number(path.slice(1))) : null));
const browser = await chromium.launch({ executablePath: findChromium() });
const rows = [];
for (const count of COUNTS) {
  const runs = [];
  for (let run = 0; run < 3; run++) runs.push(await measure(browser, count));
  runs.sort((a, b) => a.microsecondsEach - b.microsecondsEach);
  rows.push(runs[1]);
}
await browser.close();
site.close();

console.log('held scripts   per script, as a ratio to 1,000   longest task');
const base = rows.find(({ count }) => count === 1000).microsecondsEach;
for (const { count, microsecondsEach, longestMs } of rows) {
  const ratio = (microsecondsEach / base).toFixed(2).padStart(8);
  const task = longestMs ? `${Math.round(longestMs)} ms` : 'under 50 ms';
  console.log(`${String(count).padStart(12)}   ${ratio}                            ${task}`);
}
