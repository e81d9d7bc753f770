// What a page pays that lives on: at rest while it asks and once it is answered, and when it grows by thousands.
import { addressOf, answer, metricsOf, openVisit, rest, waitForNotice } from './visit.mjs';

/** Long enough for whatever runs once a second. */
const IDLE_MS = 2500;
const SETTLED_MS = 1000;
const NODES = 50_000;

/** Adds plain elements as a list that grows does, and takes them out again. */
function grow({ count, isDrawn }) {
  const place = document.createElement('div');
  place.hidden = !isDrawn;
  document.body.append(place);
  for (let chunk = 0; chunk < count / 100; chunk++) {
    const list = document.createElement('ul');
    place.append(list);
    for (let i = 0; i < 99; i++) list.append(document.createElement('li'));
  }
  return new Promise((resolve) => {
    // What observers are told comes before.
    setTimeout(() => {
      place.remove();
      setTimeout(resolve);
    });
  });
}

const mainMs = async (session) => 1000 * (await metricsOf(session)).TaskDuration;

/** @returns milliseconds of the main thread for each second at rest. */
async function idle(session) {
  await rest(SETTLED_MS);
  const before = await mainMs(session);
  await rest(IDLE_MS);
  return ((await mainMs(session)) - before) / (IDLE_MS / 1000);
}

/** @returns milliseconds of the main thread, by their names. */
export async function livingOf(browser, site, entry) {
  const { context, page, session } = await openVisit(browser, site, 'fast');
  await page.goto(addressOf(site, entry));
  if (entry.kind !== 'page') await waitForNotice(page, entry);
  const askedMs = await idle(session);
  if (entry.kind !== 'page') await answer(page, entry, 'accept');
  const answeredMs = await idle(session);
  // The first time is the page's own warming.
  await page.evaluate(grow, { count: NODES / 10, isDrawn: true });
  const grown = async (isDrawn) => {
    const before = await mainMs(session);
    await page.evaluate(grow, { count: NODES, isDrawn });
    return (await mainMs(session)) - before;
  };
  const unseenMs = await grown(false);
  const drawnMs = await grown(true);
  await context.close();
  return { askedMs, answeredMs, unseenMs, drawnMs };
}
