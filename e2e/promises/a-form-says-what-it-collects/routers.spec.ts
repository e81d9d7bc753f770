// Forms that come and go without the page: swapped in by htmx, visited and restored by Turbo.
import { expect, test } from '../../support/fixture.ts';
import { documentWith } from '../the-pages-own-elements-stay-as-written/held.ts';
import { load, serve } from '../the-pages-own-elements-stay-as-written/sites.ts';
import { boxOf, held, newsletter, sentTo } from './forms.ts';

const HTMX = documentWith(
  `<button hx-get="/form" hx-target="#place">Open the form</button><div id="place"></div>`,
  load('/htmx.js'),
);

test('L-11 L-18 htmx: a form that is swapped in is held, sent once with its record, and asks anew', async ({
  page,
  notice,
  records,
  world,
}) => {
  await serve(world, { '/': HTMX }, '/htmx.js');
  world.host.put('/form', newsletter('', 'hx-post="/subscribe" hx-target="#place"'));
  world.host.put('/subscribe', '<p>Thank you</p>');
  await page.goto(`${world.host.origin}/`);
  await notice.reject();
  const open = page.getByRole('button', { name: 'Open the form' });
  await open.click();
  await expect(boxOf(page)).not.toBeChecked();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(held(page)).toHaveText(/once you tick this box/);
  expect(sentTo(world.host)).toEqual([]);
  await boxOf(page).press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toMatchObject([{}, { source: 'collection', input: 'keyboard' }]);
  const consent = (await records())[1]?.recordId;
  expect(sentTo(world.host)).toEqual([{ email: 'ann@example.com', consent }]);
  await open.click();
  await expect(boxOf(page)).toHaveCount(1);
  await expect(boxOf(page)).not.toBeChecked();
});

const LINKS = '<nav><a href="/a">Start</a> <a href="/b">Newsletter</a></nav>';
const turboPage = (body: string): string => documentWith(LINKS + body, load('/turbo.js'));
const THANKS =
  '<turbo-stream action="update" target="place"><template><p>Thank you</p></template></turbo-stream>';

test('L-11 L-18 Turbo: a form of a later page is held, sent once with its record, and asks anew after a way back', async ({
  page,
  notice,
  records,
  world,
}) => {
  const pages = {
    '/a': turboPage('<h1>Start</h1>'),
    '/b': turboPage(`<h1>Newsletter</h1><div id="place">${newsletter()}</div>`),
  };
  await serve(world, pages, '/turbo.js');
  world.host.put('/subscribe', THANKS, { 'content-type': 'text/vnd.turbo-stream.html' });
  await page.goto(`${world.host.origin}/a`);
  await notice.reject();
  const links = page.locator('nav');
  await links.getByRole('link', { name: 'Newsletter' }).click();
  await expect(boxOf(page)).not.toBeChecked();
  await boxOf(page).press('Space');
  await expect(boxOf(page)).toBeChecked();
  await links.getByRole('link', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { name: 'Start' })).toBeVisible();
  await page.goBack();
  // The page as Turbo kept it: one notice, and no tick that was given to another form.
  await expect(page.getByRole('heading', { name: 'Newsletter' })).toBeVisible();
  await expect(boxOf(page)).toHaveCount(1);
  await expect(boxOf(page)).not.toBeChecked();
  await page.getByLabel('Address').fill('ann@example.com');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(held(page)).toHaveText(/once you tick this box/);
  expect(sentTo(world.host)).toEqual([]);
  await boxOf(page).press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toMatchObject([{}, { source: 'collection' }]);
  const consent = (await records())[1]?.recordId;
  expect(sentTo(world.host)).toEqual([{ email: 'ann@example.com', consent }]);
});
