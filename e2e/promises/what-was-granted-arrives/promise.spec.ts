// What was granted reaches the receiver, whatever becomes of the page and the way there, and nothing else does.
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const exported = (page: Page) =>
  page.evaluate(async () => {
    const kept = await (globalThis as unknown as WithApi).social9.consent.export();
    return { queue: kept?.queue ?? [], ledger: kept?.ledger ?? [] };
  });
const waiting = async (page: Page): Promise<number> => (await exported(page)).queue.length;
/** Less than a tenth of a second is no time on a page. */
const hasSeenIt = async (page: Page): Promise<void> => {
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((before) => performance.now() > before + 150, since);
};
const turnTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => history.pushState(null, '', to), path);
const track = (page: Page, name: string, attributes: Record<string, unknown>): Promise<string> =>
  page.evaluate(
    async ([what, said]) => {
      const { consent } = (globalThis as unknown as WithApi).social9;
      return (consent as unknown as { track(...given: unknown[]): Promise<void> })
        .track(what, said)
        .then(() => 'told', String);
    },
    [name, attributes] as const,
  );

test('F-22 F-24 from a page that was closed while the receiver was down: by a later one @engine', async ({
  context,
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /503/);
  world.receiver.answerWith({ status: 503 });
  await visit('<p>Words</p>', { at: '/shoes' });
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).not.toHaveLength(0);
  await expect.poll(() => waiting(page)).toBe(1);
  const later = await context.newPage();
  await page.close();
  world.receiver.answerWith({ status: 200 });
  const before = world.receiver.events().length;
  await later.clock.install({ time: Date.now() + 600_000 });
  await visit('<p>Words</p>', { at: '/boots', page: later });
  const paths = () =>
    world.receiver
      .events('s9.page_view')
      .slice(before)
      .map(({ attributes }) => attributes['url.path']);
  await expect.poll(paths).toEqual(expect.arrayContaining(['/shoes', '/boots']));
  await expect.poll(() => waiting(later)).toBe(0);
});

test('F-22 L-27 how long each page was seen, and the ledger has it byte for byte', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit('<p>Words</p>', { at: '/shoes' });
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await hasSeenIt(page);
  await turnTo(page, '/boots');
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  await hasSeenIt(page);
  await visit('<p>Words</p>', { at: '/hats' });
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(3);
  const leaves = () =>
    world.receiver.events('s9.page_leave').map(({ attributes }) => attributes['url.path']);
  await expect.poll(leaves).toEqual(expect.arrayContaining(['/shoes', '/boots']));
  for (const { attributes } of world.receiver.events('s9.page_leave')) {
    expect(attributes['s9.visible_seconds']).toBeGreaterThanOrEqual(0);
    expect(attributes['s9.engaged_seconds']).toBeGreaterThanOrEqual(0);
  }
  // In one request each: a page within the page with the time of the one before.
  const bodies = world.receiver.deliveries().map(({ body }) => body);
  await expect
    .poll(async () => (await exported(page)).ledger.map(({ body }) => body).toSorted())
    .toEqual(bodies.toSorted());
});

test('F-25 L-19 what is on its way at a withdrawal is dropped, and no later yes revives it', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /503/);
  await visit('<p>Words</p>', { at: '/shoes' });
  world.receiver.answerWith({ status: 503 });
  await notice.accept();
  await expect.poll(() => waiting(page)).toBe(1);
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
  await expect.poll(() => waiting(page)).toBe(0);
  world.receiver.answerWith({ status: 200 });
  const before = world.receiver.events().length;
  await visit('<p>Words</p>', { at: '/boots' });
  await notice.permanentControl.click();
  await notice.turn('analytics', true);
  await notice.press('save');
  await expect.poll(() => world.receiver.events()).toHaveLength(before + 1);
  expect(world.receiver.events().at(-1)?.attributes['url.path']).toBe('/boots');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('L-26 an event of the site’s own, with data items that the policy declares and no others', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const policy = {
    dataItems: { plan: { name: 'The plan you chose' } },
    purposes: [{ id: 'analytics', data: ['page', 'plan'] }],
  };
  await visit(`${settings({ policy })}{{tag}}<p>Plans</p>`, { at: '/plans' });
  await notice.asks();
  expect(await track(page, 'early', { plan: 'pro' })).toBe('told');
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  expect(await track(page, 'signed up', { plan: 'pro' })).toBe('told');
  await expect.poll(() => world.receiver.events('s9.custom')).toHaveLength(1);
  const [event] = world.receiver.events('s9.custom');
  expect(event?.attributes).toEqual({
    'url.path': '/plans',
    's9.custom.name': 'signed up',
    's9.custom.plan': 'pro',
    's9.event.id': expect.any(String),
    's9.record.id': expect.any(String),
  });
  expect(await track(page, 'signed up', { email: 'a@b.example' })).toMatch(
    /TypeError.*attributes\.email/,
  );
});

test('L-26 L-29 paths by their names, and visits linked as the policy says', async ({
  page,
  visit,
  notice,
  world,
}) => {
  const policy = {
    paths: ['/user/:id/orders', '/#/orders/:id'],
    purposes: [{ id: 'analytics', data: ['page'], visitors: 'id' }],
  };
  const html = `${settings({ policy })}{{tag}}<p>Orders</p>`;
  await visit(html, { at: '/user/annabel/orders' });
  await notice.accept();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await visit(html, { at: '/call/+49-30-1234567' });
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(2);
  await page.evaluate(() => (location.hash = '#/orders/7'));
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(3);
  const views = world.receiver.events('s9.page_view').map(({ attributes }) => attributes);
  expect(views.map((each) => each['url.path'])).toEqual([
    '/user/:id/orders',
    '/call/:phone',
    '/call/:phone/#/orders/7',
  ]);
  expect(new Set(views.map((each) => each['s9.visitor.id'])).size).toBe(1);
  expect(views[0]?.['s9.visitor.id']).toMatch(/^[\da-f-]{36}$/);
  await page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
});
