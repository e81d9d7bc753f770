// Each visitor fetches what that visit needs and nothing else; guards/size-limits.ts adds up the bytes.
import { expect, settings, test } from '../../support/fixture.ts';

const TAG = 's9-consent.js';
const of = (...names: string[]): string[] => [TAG, ...names.map((name) => `s9-consent-${name}.js`)];

// Of a host that the default policy names: it needs no settings.
const FRAME =
  '<iframe data-consent="social" data-src="https://www.youtube.com/embed/film"></iframe>';
const SCRIPT =
  '<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/held.js"></script>';

test('on a first visit: the banner, and what an answer needs @engine', async ({
  visit,
  notice,
  world,
}) => {
  await visit('<p>Words</p><script type="text/plain" data-consent="analytics">0</script>');
  await notice.asks();
  await expect
    .poll(() => world.widget.fetched().toSorted())
    .toEqual(of('ui', 'answer', 'release').toSorted());
});

test('with settings in the page: their check first', async ({ visit, notice, world }) => {
  await visit(`${settings({ layout: 'box' })}{{tag}}<p>Words</p>`);
  await notice.asks();
  expect(world.widget.fetched().slice(0, 3)).toEqual(of('settings', 'ui'));
});

test('who goes through the page by keyboard: what keeps the banner off the focus', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit('<button>One</button> <button>Two</button>');
  await notice.asks();
  await page.getByText('One').click();
  await expect(page.getByText('One')).toBeFocused();
  expect(world.widget.fetched()).not.toContain('s9-consent-focus.js');
  await page.keyboard.press('Tab');
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-focus.js');
});

test('a cookie for the server: what writes it', async ({ visit, notice, world }) => {
  await visit(`${settings({ mirror: 'cookie' })}{{tag}}<p>Words</p>`);
  await notice.asks();
  expect(world.widget.fetched().slice(0, 4)).toEqual(of('settings', 'mirror', 'ui'));
});

test('after a no: the tag alone, and a placeholder where a frame is held', async ({
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<p>Words</p>');
  await notice.reject();
  await expect.poll(async () => (await records()).length).toBe(1);
  const before = world.widget.fetched().length;
  await visit('<p>Words</p>');
  await expect(notice.permanentControl).toBeVisible();
  expect(world.widget.fetched().slice(before)).toEqual(of());
  await visit(FRAME);
  await expect(notice.placeholderIn('iframe')).toBeVisible();
  expect(world.widget.fetched().slice(before + 1)).toEqual(of('frames'));
});

test('after a yes: what releases, and telemetry where it is sent', async ({
  visit,
  notice,
  ran,
  records,
  world,
}) => {
  const tag = { endpoint: '{{receiver}}/v1/logs' };
  await visit(SCRIPT, { tag });
  await notice.accept();
  await expect.poll(ran).toEqual(['/held.js']);
  await expect.poll(async () => (await records()).length).toBe(1);
  await expect.poll(() => world.receiver.events('s9.page_view').length).toBe(1);
  const before = world.widget.fetched().length;
  await visit(SCRIPT, { tag });
  await expect.poll(() => world.receiver.events('s9.page_view').length).toBe(2);
  await expect.poll(ran).toEqual(['/held.js']);
  // The script's host is one that the policy does not name, which is said in the console.
  await expect
    .poll(() => world.widget.fetched().slice(before).toSorted())
    .toEqual(of('advice', 'release', 'telemetry').toSorted());
});
