// Whatever was granted can be taken back from any page in two presses, and then it is silent.

import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const FRAME = 'iframe[title="A video"]';

test('L-18 L-19 two presses: frames are placeholders again and nothing more is sent @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await page.clock.install();
  await visit();
  await notice.accept();
  await expect(page.frameLocator(FRAME).getByText('Frame of a third party')).toBeVisible();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);

  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect(page.locator(FRAME)).not.toHaveAttribute('src', /video/);
  await expect(notice.control('load-once')).toBeVisible();
  await expect
    .poll(records)
    .toMatchObject([
      { source: 'accept-all' },
      { source: 'withdraw', purposes: { analytics: false, social: false } },
    ]);

  const told = world.receiver.deliveries().length;
  const asked = world.thirdParty.hits().length;
  await page.evaluate(() => history.pushState(null, '', '/boots'));
  await page.clock.runFor(60_000);
  await visit();
  await expect(notice.control('load-once')).toBeVisible();
  expect(world.receiver.deliveries()).toHaveLength(told);
  expect(world.thirdParty.hits()).toHaveLength(asked);
});

test('L-18 from another page, after a reload, by keyboard alone', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit('<p>A page</p>');
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  await visit('<p>Another page</p>', { at: '/about' });
  await notice.permanentControl.focus();
  await page.keyboard.press('Enter');
  await expect(notice.control('withdraw')).toBeVisible();
  await notice.control('withdraw').focus();
  await page.keyboard.press('Enter');
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw', input: 'keyboard' }]);
});

test('a link of the site opens preferences', async ({ page, visit, notice }) => {
  await visit(
    '<button type="button" data-consent-open="preferences">Privacy choices here</button>',
  );
  await notice.reject();
  await page.getByText('Privacy choices here').click();
  await expect(notice.panel).toBeVisible();
});

test('L-19 declared cookies and storage are deleted', async ({
  context,
  page,
  visit,
  notice,
  world,
}) => {
  const purposes = [
    {
      id: 'analytics',
      cookies: [{ name: '_ga*', lifetime: 'P13M' }],
      storage: [{ kind: 'localStorage', name: 'stats' }],
    },
  ];
  await visit(`${settings({ policy: { purposes } })}{{tag}}<p>Shoes</p>`);
  await notice.accept();
  await expect(notice.permanentControl).toBeVisible();
  await page.evaluate(() => {
    document.cookie = '_ga_X1=1; path=/';
    document.cookie = 'basket=3; path=/';
    localStorage.setItem('stats', '1');
    localStorage.setItem('theme', 'dark');
  });
  await notice.permanentControl.click();
  await notice.press('withdraw');
  const names = async () => (await context.cookies(world.host.origin)).map(({ name }) => name);
  await expect.poll(names).toEqual(['basket']);
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['theme']);
});

test('L-19 what cannot be undone is said, ended by a reload, and looked at again', async ({
  context,
  page,
  visit,
  notice,
  ran,
  world,
}) => {
  const purposes = [
    {
      id: 'analytics',
      cookies: [{ name: '_ga' }, { name: 'server_id', httpOnly: true }],
    },
  ];
  world.host.put(
    '/keeps-on.js',
    "ran = ['/keeps-on.js']; setInterval(() => (document.cookie = '_ga=1; path=/'), 20)",
  );
  await visit(`${settings({ policy: { purposes } })}{{tag}}
    <script type="text/plain" data-consent="analytics" data-src="/keeps-on.js?for=1"></script>`);
  await notice.accept();
  const names = async () => (await context.cookies(world.host.origin)).map(({ name }) => name);
  await expect.poll(names).toEqual(['_ga']);
  await notice.permanentControl.click();
  await notice.press('withdraw');

  const remains = page.getByRole('status');
  await expect(remains.getByRole('listitem')).toHaveText([
    `${new URL(world.host.origin).host}/keeps-on.js`,
    'server_id',
  ]);
  await expect.poll(names).toEqual(['_ga']);
  await remains.getByRole('button', { name: 'Reload page' }).click();
  await expect.poll(names).toEqual([]);
  await expect(notice.permanentControl).toBeVisible();
  await expect(remains).toHaveCount(0);
  expect(await ran()).toEqual([]);
});

test('L-19 nothing is said where everything was undone, or nothing was taken back', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(`{{tag}}<script type="text/plain" data-consent="social">ran = ['inline']</script>`);
  await notice.choose('analytics');
  await expect(notice.permanentControl).toBeVisible();
  await notice.permanentControl.click();
  await notice.press('withdraw');
  await expect.poll(records).toHaveLength(2);
  await expect(page.getByRole('status')).toHaveCount(0);
});

test('the same is true of a call by the site', async ({ page, visit, notice, records, world }) => {
  await visit();
  await notice.accept();
  await expect.poll(() => world.receiver.deliveries()).toHaveLength(1);
  await page.evaluate(() => {
    setTimeout(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
  });
  await expect.poll(records).toMatchObject([{}, { source: 'withdraw', input: 'script' }]);
  await expect(notice.control('load-once')).toBeVisible();
});
