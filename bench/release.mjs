// How the release of held scripts grows with their number: time per script as a ratio, longest task.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/browsers.mjs';

const COUNTS = [100, 1000, 10_000];
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
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

const server = createServer(({ url = '/' }, response) => {
  const [, count] = /^\/(\d+)$/.exec(url) ?? [];
  response.setHeader('Content-Type', count ? 'text/html' : 'text/javascript');
  if (count) response.end(pageOf(Number(count)));
  else if (/^\/s9-[\w-]+\.js$/.test(url)) createReadStream(dist + url.slice(1)).pipe(response);
  else response.writeHead(404).end();
});

async function measure(browser, count) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/${count}`);
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

server.listen(0);
const browser = await chromium.launch({ executablePath: findChromium() });
const rows = [];
for (const count of COUNTS) {
  const runs = [];
  for (let run = 0; run < 3; run++) runs.push(await measure(browser, count));
  runs.sort((a, b) => a.microsecondsEach - b.microsecondsEach);
  rows.push(runs[1]);
}
await browser.close();
server.close();

console.log('held scripts   per script, as a ratio to 1,000   longest task');
const base = rows.find(({ count }) => count === 1000).microsecondsEach;
for (const { count, microsecondsEach, longestMs } of rows) {
  const ratio = (microsecondsEach / base).toFixed(2).padStart(8);
  const task = longestMs ? `${Math.round(longestMs)} ms` : 'under 50 ms';
  console.log(`${String(count).padStart(12)}   ${ratio}                            ${task}`);
}
