import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import type { StoredRecord } from '../../support/records.ts';

const ROUNDS = Number(process.env['S9_ROUNDS'] ?? 25);

interface Turn {
  readonly round: number;
  readonly atMs: number;
  readonly withdraws: boolean;
}

/** Runs in the page: decides at the same moment as the other tab. Whether a grant won over its no. */
async function takeTurn({ round, atMs, withdraws }: Turn): Promise<boolean> {
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

  // By their clocks it is one moment, however late one of them comes to it.
  Date.now = () => atMs;
  await meet(`decide ${round}`);
  // A tab that lags behind has heard of the other's no when it decides: then its yes is the later word.
  const known = consent.state.recordId;
  await (withdraws ? consent.withdraw() : consent.accept());
  await meet(`decided ${round}`);
  const [before, newest] = (await history()).slice(-2);
  await meet(`looked ${round}`);
  channel.close();
  return !withdraws && !!newest?.purposes['analytics'] && before?.recordId !== known;
}

test(`F-15 two tabs decide at once, ${ROUNDS} times: none is lost, the no wins, both agree`, async ({
  context,
  page,
  visit,
  notice,
  law,
  records,
}) => {
  test.setTimeout(ROUNDS * 3000);
  const other = await context.newPage();
  await visit('<button>Buy</button>');
  await visit('<button>Buy</button>', { at: '/shoes', page: other });
  await notice.asks();
  law.aboutToGrant();
  // However long the tabs wait for each other: the press that grants is not too old.
  for (const tab of [page, other]) await tab.evaluate(() => (performance.now = () => 1));
  const startMs = Date.now();
  for (let round = 0; round < ROUNDS; round++) {
    const isEven = round % 2 === 0;
    const atMs = startMs + round * 1000;
    await (isEven ? other : page).getByRole('button', { name: 'Buy' }).click();
    const grantsThatWon = await Promise.all([
      page.evaluate(takeTurn, { round, atMs, withdraws: isEven }),
      other.evaluate(takeTurn, { round, atMs, withdraws: !isEven }),
    ]);
    expect(grantsThatWon).toEqual([false, false]);
  }

  const answers = async () =>
    (await records()).reduce((sum, entry) => sum + Number(entry['folded'] ?? 1), 0);
  await expect.poll(answers).toBe(2 * ROUNDS);
  const history = await records();
  for (const [index, { previous }] of history.entries()) {
    if (index > 0) expect(previous).toBe(history[index - 1]?.['hash']);
  }
  const recordIn = (tab: Page) =>
    tab.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state.recordId);
  const newest = history.at(-1)?.recordId;
  await expect.poll(() => recordIn(page)).toBe(newest);
  await expect.poll(() => recordIn(other)).toBe(newest);
});
