// Forms that a framework made: its handlers hear of a form once, when it may be sent, and with the record's number.

import { expect, test } from '../../support/fixture.ts';
import { bundle } from '../the-pages-own-elements-stay-as-written/bundles.ts';
import { boxOf, held } from './forms.ts';

/** A form under React's control, with fields of its state and a handler that sends by itself. */
const REACT = `
  import { createElement as h, StrictMode, useState } from 'react';
  import { createRoot } from 'react-dom/client';
  globalThis.heard = [];
  function Subscribe() {
    const [address, setAddress] = useState('');
    const [isOver, setOver] = useState(false);
    function send(event) {
      event.preventDefault();
      heard.push(Object.fromEntries(new FormData(event.target)));
      setOver(true);
    }
    return h('form', { onSubmit: send },
      h('label', null, 'Address ', h('input', { name: 'email', value: address, onChange: (event) => setAddress(event.target.value) })),
      h('div', { 'data-consent-notice': 'newsletter' },
        h('label', null, h('input', { type: 'checkbox', name: 'agreed' }), 'Send me the newsletter')),
      h('input', { type: 'hidden', name: 'consent', 'data-consent-record': 'newsletter' }),
      h('output', null, address),
      h('button', null, 'Subscribe'),
      isOver && h('p', null, 'Thank you'));
  }
  createRoot(document.querySelector('#root')).render(h(StrictMode, null, h(Subscribe)));`;

for (const version of [18, 19]) {
  test(`L-11 React ${version} hears of a form once it may be sent, with the number of its record`, async ({
    page,
    visit,
    notice,
    records,
    world,
  }) => {
    world.host.put('/app.js', await bundle(REACT, version), { 'content-type': 'text/javascript' });
    await visit('<div id="root"></div><script async src="/app.js"></script>');
    await notice.reject();
    await page.getByLabel('Address').pressSequentially('ann@example.com');
    await expect(page.locator('output')).toHaveText('ann@example.com');
    await expect(boxOf(page)).toBeVisible();
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(held(page)).toHaveText(/once you tick this box/);
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
    expect(await heard()).toEqual([]);
    await boxOf(page).press('Space');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(page.getByText('Thank you')).toBeVisible();
    await expect.poll(records).toHaveLength(2);
    expect(await heard()).toEqual([
      { email: 'ann@example.com', agreed: 'on', consent: (await records())[1]?.recordId },
    ]);
    await expect(page.getByLabel('Address')).toHaveValue('ann@example.com');
  });
}

test('a form that only a script dispatches is held and dispatched again', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit(`<form onsubmit="event.preventDefault(); document.querySelector('output').append('sent ')">
    <div data-consent-notice="newsletter"></div><button>Subscribe</button><output></output></form>`);
  await notice.reject();
  const dispatch = () =>
    page.evaluate(() =>
      document
        .querySelector('form')
        ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })),
    );
  await expect(boxOf(page)).toBeVisible();
  await dispatch();
  await expect(held(page)).toHaveText(/once you tick this box/);
  await boxOf(page).press('Space');
  await dispatch();
  await expect(page.locator('output')).toHaveText('sent');
  // The no is kept with the tick, which did not wait for it, and by its own keeper: as one.
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }, { source: 'collection' }]);
});

test('a form that is reset has lost its tick, and one that is exchanged for another too', async ({
  page,
  visit,
}) => {
  await visit(`<section><form><div data-consent-notice="newsletter"></div>
    <button type="reset">Clear</button></form></section>`);
  await boxOf(page).press('Space');
  await expect(boxOf(page)).toBeChecked();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(boxOf(page)).not.toBeChecked();
  await boxOf(page).press('Space');
  await page.evaluate(() => {
    const section = document.querySelector('section') as Element;
    section.replaceWith(section.cloneNode(true));
  });
  await expect(boxOf(page)).toHaveCount(1);
  await expect(boxOf(page)).not.toBeChecked();
});

test('an element is asked for another collection when its attribute says so, and is left alone when it names none', async ({
  page,
  visit,
  law,
}) => {
  law.expectConsole(/policy\.collections\.raffle: expected to be given/);
  await visit('<form><div data-consent-notice="newsletter">As written</div></form>');
  await expect(boxOf(page)).toBeVisible();
  const element = page.locator('[data-consent-notice]');
  await element.evaluate((each) => each.setAttribute('data-consent-notice', 'contact'));
  await expect(page.locator('[data-consent-notice] summary')).toContainText('To answer you');
  await expect(boxOf(page)).toHaveCount(0);
  await element.evaluate((each) => each.setAttribute('data-consent-notice', 'raffle'));
  await expect(page.getByText('As written')).toBeVisible();
});

test('F-36 a page with the strictest policies has its notices all the same', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  world.host.put('/subscribe', '<p>Thank you</p>');
  await visit(
    '<form action="/subscribe"><div data-consent-notice="newsletter"></div><button>Subscribe</button></form>',
    {
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${world.widget.origin}; connect-src {{receiver}}; require-trusted-types-for 'script'; trusted-types s9-consent`,
      },
    },
  );
  await notice.reject();
  await boxOf(page).press('Space');
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  await expect.poll(records).toMatchObject([{}, { source: 'collection' }]);
});

test('L-10 a notice that asks for nothing, and one that is not ticked, leave nothing behind', async ({
  page,
  visit,
  records,
  world,
}) => {
  world.host.put('/say', '<p>Thank you</p>');
  await visit(`<form action="/say" method="post"><div data-consent-notice="contact"></div>
    <div data-consent-notice="testimonial-name"></div><button>Send</button></form>`);
  await expect(page.locator('[data-consent-notice] summary')).toHaveCount(2);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you')).toBeVisible();
  expect(await records()).toEqual([]);
});
