// A page with the real widget is silent before a choice, and afterwards speaks to whom it declared.
import { EVERYONE, expect, test } from './magazine.ts';

test('L-10 L-19 silence, everyone declared, and silence again @engine', async ({ read, world }) => {
  const watch = await read();
  await watch.expectSilence();
  await watch.accept();
  await watch.expectOnly(EVERYONE);
  await watch.expectOnly();
  await watch.withdraw();
  await watch.expectSilence();
  expect(world.thirdParty.hits()).toEqual(
    expect.arrayContaining(['/count.js', '/film.html', '/post.svg']),
  );
});

test('silence after a refusal, on the next page too', async ({ read, page, world }) => {
  const watch = await read();
  await watch.expectSilence();
  await watch.reject();
  await watch.expectSilence();
  await page.goto(`${world.host.origin}/?again`);
  await watch.expectSilence();
});

test('F-13 a choice that is mirrored for the server is no leak', async ({ read, page, world }) => {
  world.host.put('/consent.json', '{ "mirror": "cookie" }');
  const watch = await read('', {}, { 'data-config': '/consent.json' });
  const names = async () =>
    (await page.context().cookies(world.host.origin)).map(({ name }) => name);
  await watch.expectSilence();
  await watch.accept();
  await watch.expectOnly();
  expect(await names()).toEqual(['s9-consent']);
  await watch.withdraw();
  await watch.expectSilence();
  expect(await names()).toEqual(['s9-consent']);
});

for (const ids of [['analytics'], ['service:films']]) {
  test(`after ${ids[0]} nobody else, whatever else the table names`, async ({ read, world }) => {
    const watch = await read();
    await watch.choose(...ids);
    await watch.expectOnly(EVERYONE);
    await watch.expectOnly();
    expect(world.thirdParty.hits()).toEqual(
      ids[0] === 'analytics' ? ['/count.js'] : ['/film.html'],
    );
  });
}

test("the site's own buttons are heard", async ({ read, page }) => {
  const watch = await read('<button onclick="social9.consent.accept()">Yes to all</button>');
  await watch.expectSilence();
  await page.getByText('Yes to all').click();
  await page.waitForFunction(() =>
    (
      globalThis as unknown as { social9: { consent: { allows(id: string): boolean } } }
    ).social9.consent.allows('social'),
  );
  await watch.expectOnly(EVERYONE);
});

test('a refusal behind the permanent control', async ({ read }) => {
  const watch = await read();
  await watch.accept();
  await watch.choose('analytics');
  await watch.expectOnly(EVERYONE);
  await watch.withdraw();
  await watch.expectSilence();
});

test('under a fake clock', async ({ read, page }) => {
  await page.clock.install();
  const watch = await read('', {
    settle: { quietMs: 300, until: () => page.clock.runFor(1_000) },
  });
  await watch.expectSilence();
  await watch.accept();
  await watch.expectOnly(EVERYONE);
});

const MAPS = {
  id: 'maps',
  name: 'Maps',
  why: 'To show where we are.',
  data: ['ip', 'page'],
  basis: 'consent',
  recipients: ['Maps'],
  retention: 'P1M',
  services: [{ id: 'atlas', name: 'Atlas', hosts: ['atlas.localhost'], data: ['ip', 'page'] }],
};

const MAP = '<img data-consent="maps" data-src="http://atlas.localhost:{{port}}/map.svg" alt="">';

test('what a file of settings declares', async ({ read, world }) => {
  world.host.put('/consent.json', JSON.stringify({ policy: { purposes: [MAPS] } }));
  const watch = await read(MAP, {}, { 'data-config': '/consent.json' });
  await watch.expectSilence();
  await watch.accept();
  await watch.expectOnly();
  expect(world.thirdParty.hits()).toContain('/map.svg');
});

test('what the test declares, where the page cannot be read', async ({ read }) => {
  const films = { id: 'films', hosts: ['films.localhost', 'atlas.localhost'] };
  const posts = { id: 'posts', hosts: ['posts.localhost'] };
  const policy = { purposes: [{ id: 'social', services: [films, posts] }] };
  const held = MAP.replace('"maps"', '"service:films"');
  const watch = await read(held, { policy });
  await watch.accept();
  await watch.expectOnly();
});
