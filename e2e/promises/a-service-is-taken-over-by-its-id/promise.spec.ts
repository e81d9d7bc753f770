// A service of the catalogue is named by its id alone, and is then in the notice and in the gate like any other.
import { expect, settings, test } from '../../support/fixture.ts';

const CATALOGUE = 's9-consent-services.js';

const pageWith = (...services: unknown[]): string =>
  `${settings({ policy: { purposes: [{ id: 'social', services }] } })}{{tag}}
   <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/stats.js"></script>
   <script type="text/plain" data-consent="social" data-src="{{third-party}}/social.js"></script>
   <iframe data-consent="service:youtube" data-src="https://player.vimeo.com/video/1" title="A film"></iframe>`;

test('L-20 it is named in the notice, and granted alone @engine', async ({
  page,
  visit,
  notice,
  state,
  world,
}) => {
  await visit(pageWith('youtube', 'vimeo'));
  await notice.asks();
  await expect(notice.element).toContainText('Vimeo');
  await notice.choose('service:youtube');
  await expect.poll(async () => (await state()).services).toEqual({ youtube: true, vimeo: false });
  // Its host is known: what the page has marked with another service waits for it.
  await expect(page.locator('iframe[src*="vimeo"]')).toHaveCount(0);
  expect(world.widget.fetched().filter((name) => name === CATALOGUE)).toHaveLength(1);
});

test('where no purpose names one, the catalogue is not fetched', async ({
  visit,
  notice,
  world,
}) => {
  const own = { id: 'film', name: 'Film House', hosts: ['*.film.example'], data: ['ip'] };
  await visit(pageWith(own));
  await notice.asks();
  await expect(notice.element).toContainText('To show videos and posts');
  expect(world.widget.fetched()).not.toContain(CATALOGUE);
});

test('L-21 an id that is none is told with the nearest ones, and its purpose cannot be granted', async ({
  visit,
  notice,
  law,
  ran,
  state,
}) => {
  law.expectConsole(
    /policy\.purposes\.social\.services\[1\]: expected an id of the catalogue, such as vimeo/,
  );
  await visit(pageWith('youtube', 'viemo'));
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  expect((await state()).purposes).toEqual({ necessary: true, analytics: true });
});

test('F-34 without the catalogue a purpose that names an id cannot be granted', async ({
  visit,
  notice,
  law,
  ran,
  state,
  world,
}) => {
  law.allow('consoleErrors', /integrity|Social9/);
  law.expectConsole(/policy\.purposes\.social\.services\[0\]: expected the catalogue/);
  world.widget.sabotage(CATALOGUE, 'one-byte-changed');
  await visit(pageWith('vimeo'));
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  expect((await state()).purposes).toEqual({ necessary: true, analytics: true });
});
