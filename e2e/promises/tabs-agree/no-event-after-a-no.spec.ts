// What was taken back in one tab is taken back before another tab's next event leaves, told of it or not.
import type { Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const withdrawIn = (tab: Page): Promise<unknown> =>
  tab.evaluate(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
/** A page view of an application that draws its pages itself. */
const turnPageIn = (tab: Page): Promise<void> =>
  tab.evaluate(() => history.pushState(null, '', '/next'));
const mayCountIn = (tab: Page): Promise<boolean> =>
  tab.evaluate(() => (globalThis as unknown as WithApi).social9.consent.allows('analytics'));

/** From now on no limit passes: what another tab has stored is waited for, however slow the machine's disk is. */
const stopClocks = (page: Page): Promise<void> => page.clock.pauseAt(Date.now() + 3_600_000);

const CHANNELS: Readonly<Record<string, () => void>> = {
  'with a channel between them @engine': () => {},
  'with no channel': () => Reflect.deleteProperty(globalThis, 'BroadcastChannel'),
  'with a channel that leads nowhere': () => {
    BroadcastChannel.prototype.postMessage = () => {};
  },
};

for (const [how, prepare] of Object.entries(CHANNELS)) {
  test(`F-16 ${how}: no event leaves the other tab after a withdrawal`, async ({
    context,
    page,
    visit,
    notice,
    noticeOn,
    records,
    world,
  }) => {
    await page.clock.install();
    await context.addInitScript(prepare);
    const other = await context.newPage();
    await visit('<p>Boots</p>');
    await notice.accept();
    await expect.poll(() => world.receiver.events()).toHaveLength(1);
    await expect.poll(records).toHaveLength(1);
    await visit('<p>Shoes</p>', { page: other });
    await expect.poll(() => world.receiver.events()).toHaveLength(2);
    await expect(noticeOn(other).permanentControl).toBeVisible();

    await stopClocks(page);
    await withdrawIn(page);
    await expect.poll(records).toHaveLength(2);
    await turnPageIn(other);
    await expect.poll(() => mayCountIn(other)).toBe(false);
    // Whatever had left would be there before this.
    const last = `${world.receiver.origin}/last`;
    await other.evaluate((url) => fetch(url, { method: 'POST', body: '{}' }), last);
    expect(world.receiver.deliveries().at(-1)?.path).toBe('/last');
    expect(world.receiver.events()).toHaveLength(2);
  });
}

test('F-16 a tab that has heard nothing of a new yes to more counts on, under the new record', async ({
  context,
  page,
  visit,
  notice,
  noticeOn,
  world,
  records,
}) => {
  await page.clock.install();
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  const other = await context.newPage();
  await visit('<p>Boots</p>');
  await notice.choose('analytics');
  await expect.poll(records).toHaveLength(1);
  await visit('<p>Shoes</p>', { page: other });
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);

  await noticeOn(page).permanentControl.click();
  await notice.turn('social', true);
  await notice.press('save');
  await expect.poll(records).toHaveLength(2);
  await stopClocks(page);
  await turnPageIn(other);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(3);
  const newest = (await records()).at(-1)?.recordId;
  expect(world.receiver.events('s9.page_view').at(-1)?.attributes['s9.record.id']).toBe(newest);
});
