// Pages that stay one document for hours keep nothing of the routes that are gone.
import type { CDPSession, Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';

const ROUTES = 300;

/** Goes to so many routes, each with an element of each kind, and lets each be looked at. */
const goThrough = (page: Page): Promise<void> =>
  page.evaluate(async (count) => {
    const main = document.querySelector('main') as HTMLElement;
    for (let route = 0; route < count; route++) {
      main.innerHTML = `<template data-consent="social"><p>Here ${route}</p><p>And here</p></template>
        <script type="text/plain" data-consent="analytics">globalThis.last = ${route}</script>
        <img data-consent="social" data-src="data:,"><p data-consent="unheard">Words</p>`;
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    main.replaceChildren();
  }, ROUTES);

async function nodesOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Memory.getDOMCounters')).nodes;
}

test('no node of a route that is gone is kept', async ({ page, visit, notice, records }) => {
  await visit(`${settings({ policy: { undeclared: 'release' } })}{{tag}}<main></main>`);
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  const session = await page.context().newCDPSession(page);
  // What an engine keeps for the next ones is there after the first.
  await goThrough(page);
  const before = await nodesOf(session);
  await goThrough(page);
  await expect.poll(async () => (await nodesOf(session)) - before).toBeLessThan(ROUTES / 2);
});
