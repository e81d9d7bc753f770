// A page that empties itself, or has no body, is asked all the same, and its answer counts.
import { expect, test } from '../../support/fixture.ts';

const HELD =
  '<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>';

/** Each runs in the page, once the notice is on screen. */
const WIPES: Readonly<Record<string, (held: string) => void>> = {
  'the body is emptied': (held) => {
    document.body.innerHTML = held;
  },
  'the body is another': (held) => {
    const body = document.createElement('body');
    body.innerHTML = held;
    document.body.replaceWith(body);
  },
  'the whole page is emptied': (held) => {
    document.documentElement.innerHTML = held;
  },
};

for (const [what, wipe] of Object.entries(WIPES)) {
  test(`F-35 ${what}: the question is there again`, async ({
    page,
    visit,
    notice,
    records,
    ran,
    world,
  }) => {
    await visit('<p>Shoes</p>');
    await notice.asks();
    await page.evaluate(wipe, HELD.replace('{{third-party}}', world.thirdParty.origin));
    await notice.asks();
    await expect(notice.element).toHaveCount(1);
    expect(world.thirdParty.hits()).toEqual([]);
    await notice.accept();
    await expect.poll(ran).toEqual(['/stats.js']);
    await expect.poll(records).toHaveLength(1);
  });
}

test('F-35 a page that has no body while the tag runs is asked', async ({
  visit,
  notice,
  records,
}) => {
  await visit(
    `<!doctype html><html lang="en"><head><title>Example Shop</title>
     <script>document.body?.remove();</script>{{tag}}</head></html>`,
  );
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

test('F-35 a page that stays without a body is asked', async ({ visit, notice, records }) => {
  await visit(
    `<!doctype html><html lang="en"><head><title>Example Shop</title>{{tag}}</head>
     <body><script>document.body.remove();</script></body></html>`,
  );
  await notice.reject();
  await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
});

/** It takes every listener along, those inside our own element too: nothing of ours can be pressed. */
test('F-35 after document.open all stays held, and the next page asks @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<p>Shoes</p>');
  await notice.asks();
  await page.evaluate(
    (held) => {
      document.open();
      document.write(`<!doctype html><title>Anew</title><p>Written anew</p>${held}`);
      document.close();
    },
    HELD.replace('{{third-party}}', world.thirdParty.origin),
  );
  await expect(page.getByText('Written anew')).toBeVisible();
  expect(await records()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
  await visit(HELD);
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
});
