import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import type { StoredRecord } from '../../support/records.ts';

const ROUNDS = 1000;
/** A look into the page from a test counts as a gesture for five seconds: two rounds of a slow machine. */
const ROUNDS_AT_A_TIME = 2;

interface Turns {
  readonly from: number;
  readonly rounds: number;
  /** Withdraws in every second round, grants in the others; the other tab the other way round. */
  readonly withdrawsWhen: number;
}

/** Runs in the page: decides at the same moment as the other tab, round after round. */
async function takeTurns({ from, rounds, withdrawsWhen }: Turns): Promise<number> {
  const { consent } = (globalThis as unknown as WithApi).social9;
  const channel = new BroadcastChannel('barrier');
  const heard = new Set<string>();
  let onHeard = (): void => {};
  channel.addEventListener('message', ({ data }) => {
    heard.add(String(data));
    onHeard();
  });
  /** Goes on when the other tab has come to the same point; says so again until it has answered. */
  const meet = (point: string): Promise<void> =>
    new Promise((done) => {
      onHeard = () => {
        if (!heard.has(point)) return;
        onHeard = () => {};
        channel.postMessage(point);
        done();
      };
      channel.postMessage(point);
      onHeard();
    });
  const history = (): Promise<StoredRecord[]> =>
    new Promise((done) => {
      const opening = indexedDB.open('s9-consent');
      opening.addEventListener('success', () => {
        const reading = opening.result.transaction('keyval').objectStore('keyval').get('history');
        reading.addEventListener('success', () => {
          opening.result.close();
          done(reading.result as StoredRecord[]);
        });
      });
    });

  let grantsThatWon = 0;
  for (let round = from; round < from + rounds; round++) {
    await meet(`decide ${round}`);
    // A tab that lags behind has heard of the other's no when it decides: then its yes is the later word.
    const known = consent.state.recordId;
    const withdraws = round % 2 === withdrawsWhen;
    if (!navigator.userActivation.isActive) throw new Error('the gesture has worn off');
    await (withdraws ? consent.withdraw() : consent.accept());
    await meet(`decided ${round}`);
    const [before, newest] = (await history()).slice(-2);
    const isGranted = newest?.purposes['analytics'];
    if (!withdraws && isGranted && before?.recordId !== known) grantsThatWon++;
    await meet(`looked ${round}`);
  }
  channel.close();
  return grantsThatWon;
}

test(`F-15 two tabs decide at once, ${ROUNDS} times: none is lost, the no wins, both agree @chromium`, async ({
  context,
  page,
  visit,
  notice,
  law,
  records,
}) => {
  test.setTimeout(480_000);
  const other = await context.newPage();
  await visit('<p>Boots</p>');
  await visit('<p>Shoes</p>', { at: '/shoes', page: other });
  await notice.asks();
  law.aboutToGrant();
  for (let from = 0; from < ROUNDS; from += ROUNDS_AT_A_TIME) {
    const turns = { from, rounds: ROUNDS_AT_A_TIME };
    const grantsThatWon = await Promise.all([
      page.evaluate(takeTurns, { ...turns, withdrawsWhen: 0 }),
      other.evaluate(takeTurns, { ...turns, withdrawsWhen: 1 }),
    ]);
    expect(grantsThatWon).toEqual([0, 0]);
  }

  const history = await records();
  const counted = history.map((entry) => Number(entry['folded'] ?? 1));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(2 * ROUNDS);
  for (const [index, { previous }] of history.entries()) {
    if (index > 0) expect(previous).toBe(history[index - 1]?.['hash']);
  }
  const recordIn = (tab: Page) =>
    tab.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state.recordId);
  const newest = history.at(-1)?.recordId;
  await expect.poll(() => recordIn(page)).toBe(newest);
  await expect.poll(() => recordIn(other)).toBe(newest);
});
