// The notice speaks the language of its page, or English: always as a whole, and it says which.
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const WORDS = 's9-consent-words.js';
const GERMAN = 'locales/de.json';

/** A page in a language; `{{tag}}` stands where the recommended tag does. */
const pageIn = (lang: string, body = '<p>Text</p>', head = ''): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Laden</title>` +
  `<meta name="viewport" content="width=device-width">${head}{{tag}}</head><body>${body}</body></html>`;

const FRAME =
  '<iframe title="Film" width="600" height="300" data-consent="social" data-src="https://www.youtube.com/embed/film"></iframe>';
const FORM = '<form><div data-consent-notice="newsletter"></div><button>Los</button></form>';

test('L-24 a German page is asked, told and answered in German, in every view @engine', async ({
  page,
  visit,
  notice,
  world,
  records,
}) => {
  await visit(pageIn('de-AT', FRAME + FORM));
  await expect(notice.element).toContainText('Example Shop bittet um Ihre Einwilligung');
  await expect(notice.element.locator('.s9').first()).toHaveAttribute('lang', 'de');
  await expect(notice.control('reject')).toHaveText('Alle ablehnen');
  await expect(notice.element).toContainText('Um Besuche zu zählen');
  await expect(notice.element).toContainText('25 Monate');
  await expect(notice.placeholderIn('iframe')).toContainText('Einmal laden');
  await expect(page.locator('[data-consent-notice]')).toContainText(
    'Um Ihnen den Newsletter zu senden',
  );
  await notice.press('choose');
  await expect(notice.panel).toContainText('Ihre Auswahl');
  await expect(notice.panel).toContainText('Besuchsstatistik');
  await notice.press('data');
  await expect(notice.panel).toContainText('Hier wird nichts aufbewahrt');
  await page.keyboard.press('Escape');
  await notice.reject();
  await expect.poll(async () => (await records()).map(({ language }) => language)).toEqual(['de']);
  // Whoever comes back reads German too, and so does the receipt, on a page in English as well.
  await visit(pageIn('de'));
  await expect(notice.permanentControl).toHaveText('Datenschutz-Auswahl');
  await expect(notice.permanentControl).toHaveAttribute('lang', 'de');
  expect(world.widget.fetched().filter((name) => name === GERMAN)).toHaveLength(2);
  await visit(pageIn('en'));
  await expect(notice.permanentControl).toHaveText('Privacy choices');
  const receipt = await page.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.receipt(),
  );
  expect(JSON.stringify(receipt)).toContain('Besuchsstatistik');
});

test('L-24 a page in English, or in no language, fetches nothing for that', async ({
  visit,
  notice,
  world,
}) => {
  for (const lang of ['en', 'en-GB', 'EN_us', '']) {
    await visit(pageIn(lang));
    await notice.asks();
  }
  await visit(pageIn('de'), { tag: { 'data-lang': 'en' } });
  await expect(notice.control('reject')).toHaveText('Reject all');
  expect(world.widget.fetched()).toContain('s9-consent-ui.js');
  expect(world.widget.fetched().filter((name) => /words|locales/.test(name))).toEqual([]);
});

test('the setting overrules the page, on the tag and in JSON', async ({ visit, notice }) => {
  await visit(pageIn('en'), { tag: { 'data-lang': 'de' } });
  await expect(notice.control('reject')).toHaveText('Alle ablehnen');
  await visit(pageIn('fr', '<p>Texte</p>', settings({ lang: 'de-CH' })));
  await expect(notice.control('reject')).toHaveText('Alle ablehnen');
});

test('L-24 Arabic is drawn from right to left, whatever the direction of the page', async ({
  visit,
  notice,
}) => {
  const leftOf = async (action: 'accept' | 'choose') =>
    (await notice.control(action).last().boundingBox())?.x ?? 0;
  await visit(pageIn('ar', FRAME));
  await notice.asks();
  await expect(notice.element.locator('.s9').first()).toHaveAttribute('dir', 'rtl');
  expect(await leftOf('accept')).toBeGreaterThan(await leftOf('choose'));
  await expect(notice.placeholderIn('iframe')).toHaveCSS('direction', 'rtl');
  await notice.press('choose');
  await expect(notice.panel).toHaveCSS('direction', 'rtl');
});

test('L-24 F-34 words that were changed, or do not come, are none: English, whole, and the console says why', async ({
  page,
  visit,
  notice,
  world,
  law,
  records,
}) => {
  law.allow('consoleErrors', /404|integrity|Failed to load|Social9/);
  law.expectConsole(/no locales\/de\.json.*connect-src/);
  law.expectConsole(/no http.*s9-consent-words\.js/);
  for (const [file, how] of [
    [GERMAN, 'one-byte-changed'],
    [GERMAN, 'missing'],
    [WORDS, 'one-byte-changed'],
    [WORDS, 'aborted'],
  ] as const) {
    world.widget.sabotage(file, how);
    await visit(pageIn('de'));
    await expect(notice.control('reject')).toHaveText('Reject all');
    await expect(notice.element.locator('.s9').first()).toHaveAttribute('lang', 'en');
    await expect(notice.element).toContainText('To count visits');
    world.widget.restore(file);
  }
  await notice.press('choose');
  await expect(notice.panel).toContainText('Your choices');
  await page.keyboard.press('Escape');
  await notice.reject();
  await expect.poll(async () => (await records()).map(({ language }) => language)).toEqual(['en']);
});

test('a security policy that keeps the words out leaves English, and one that lets them in German', async ({
  visit,
  notice,
  world,
  law,
}) => {
  const strict = (connect: string) => ({
    'content-security-policy': `default-src 'none'; script-src ${world.widget.origin}; connect-src ${connect}`,
  });
  await visit(pageIn('de'), { headers: strict(world.widget.origin) });
  await expect(notice.control('reject')).toHaveText('Alle ablehnen');
  law.allow('consoleErrors', /Content.Security.Policy|connect-src|Social9/i);
  law.expectCspReport(/connect-src/);
  await visit(pageIn('de'), { headers: strict("'none'") });
  await expect(notice.control('reject')).toHaveText('Reject all');
});

test('nobody sees English first: the notice waits for its words, and so does the control', async ({
  page,
  visit,
  notice,
  world,
  state,
}) => {
  /** Whatever of ours was on screen, from the first moment on. */
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seen });
    const look = () => {
      for (const button of document
        .querySelector('s9-consent')
        ?.shadowRoot?.querySelectorAll('button') ?? [])
        seen.add(button.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });
  const seenOn = () =>
    page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);
  let release = world.widget.hold(GERMAN);
  await visit(pageIn('de'));
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent-ui.js');
  await state();
  release();
  await notice.asks();
  await expect.poll(seenOn).toEqual(['Alle zulassen', 'Alle ablehnen', 'Auswählen']);
  await notice.reject();
  await expect.poll(async () => (await state()).decided).toBe(true);
  release = world.widget.hold(GERMAN);
  await visit(pageIn('de'));
  await state();
  release();
  await expect(notice.permanentControl).toBeVisible();
  await expect.poll(seenOn).toEqual(['Datenschutz-Auswahl']);
});

test('a language that nobody wrote words for is answered in English, and said once', async ({
  page,
  visit,
  notice,
}) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await visit(pageIn('tlh'));
  await expect(notice.control('reject')).toHaveText('Reject all');
  expect(told.filter((text) => /no words in “tlh”/.test(text))).toHaveLength(1);
});

test('L-24 a policy says itself in the language of the page, in every view and in the receipt', async ({
  page,
  visit,
  notice,
  world,
  law,
}) => {
  law.allow('consoleErrors', /Social9 Consent refused/);
  const policy = {
    controller: { name: 'Example Shop', contact: 'post@shop.example', privacyUrl: '/privacy' },
    purposes: [
      { id: 'analytics', name: 'Counting', why: 'To see what is read.' },
      {
        id: 'social',
        services: [
          { id: 'youtube', name: 'Films', hosts: ['youtube.com', 'www.youtube.com'], data: ['ip'] },
        ],
      },
    ],
    dataItems: { page: { name: 'Pages read' } },
    texts: {
      de: {
        'purposes.analytics.name': 'Zählung',
        'purposes.analytics.why': 'Um zu sehen, was gelesen wird.',
        'purposes.social.services.youtube.name': 'Filme',
        'dataItems.page.name': 'Gelesene Seiten',
        'collections.newsletter.aim': 'Um Ihnen den Rundbrief zu senden',
        'controller.privacyUrl': '/datenschutz',
        'controller.name': 'Laden',
      },
    },
  };
  law.expectConsole(/policy\.texts\.de\.controller\.name: expected the path of a text/);
  const head = settings({ policy });
  await visit(pageIn('de', FRAME + FORM, head));
  await expect(notice.element).toContainText('Example Shop bittet um Ihre Einwilligung');
  await expect(notice.element).toContainText('Zählung');
  await expect(notice.element).toContainText('Gelesene Seiten');
  await expect(notice.element.getByRole('link').first()).toHaveAttribute('href', '/datenschutz');
  await expect(notice.placeholderIn('iframe')).toContainText('Filme');
  await expect(page.locator('[data-consent-notice]')).toContainText('den Rundbrief');
  await notice.press('choose');
  await expect(notice.panel).toContainText('Um zu sehen, was gelesen wird.');
  await notice.press('save');
  const receipt = () =>
    page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.receipt());
  await expect.poll(async () => JSON.stringify(await receipt())).toContain('Zählung');
  // In English it stands as it is written, and nothing is asked anew for that.
  await visit(pageIn('en', FRAME, head));
  await expect(notice.placeholderIn('iframe')).toContainText('Films');
  await notice.isSilent();
  // Without the words of the page nothing is mixed: all of it is English.
  law.allow('consoleErrors', /404|integrity|Social9|Failed to load/);
  world.widget.sabotage(GERMAN, 'missing');
  await visit(pageIn('de', FRAME, head));
  await expect(notice.placeholderIn('iframe')).toContainText('Films');
});
