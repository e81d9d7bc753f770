// The views that are looked at: how each is come to, from a page that asks.

const frames = [
  ['full', 640, 360],
  ['row', 640, 110],
  ['button', 200, 130],
  ['tiny', 80, 60],
];
const FRAMES = `<div style="display:flex;flex-wrap:wrap;gap:12px">${frames
  .map(
    ([name, width, height]) =>
      `<iframe data-consent="social" data-src="https://www.youtube.com/embed/${name}" title="How the ferry crosses the Ansel" width="${width}" height="${height}" style="border:0;max-width:100%"></iframe>`,
  )
  .join('')}</div>`;

const FORM = `<form><p><label>E-mail <input type="email" name="email"></label></p>
<div data-consent-notice="newsletter"></div><p><button>Subscribe</button></p></form>`;

const of = (action) => `s9-consent [data-action="${action}"]`;
const shown = (page, selector) =>
  page.locator(selector).filter({ visible: true }).first().waitFor();
const api = (page, call, given) =>
  page.evaluate(([name, value]) => void window.social9.consent[name](value), [call, given]);

async function rejected(page) {
  await api(page, 'reject');
  await shown(page, 's9-consent [part~="control"]');
}

/** A control has to stand still for half a second before a press on it counts, and again after one that did not. */
const REST_MS = 700;

/** Presses until the press counts, as a person would. */
async function accepted(page) {
  const isDecided = () => page.evaluate(() => window.social9.consent.state.decided);
  while (!(await isDecided())) {
    await page.waitForTimeout(REST_MS);
    await page
      .locator(of('accept'))
      .first()
      .click({ timeout: 1000 })
      .catch(() => undefined);
    await page.waitForTimeout(REST_MS);
  }
  await shown(page, 's9-consent [part~="control"]');
}

const unfolded = (page) =>
  page.evaluate(() => {
    for (const row of document.querySelector('s9-consent').shadowRoot.querySelectorAll('details'))
      row.open = true;
  });

const preferences = async (page) => {
  await page.locator(of('choose')).last().click();
  await shown(page, 's9-consent dialog');
};

/** `body` stands in the page; `before` are settings of an earlier visit, which `earlier` answers. */
export const VIEWS = [
  { name: 'banner', come: async () => undefined },
  {
    name: 'banner-asked-again',
    // Less was asked then.
    before: { policy: { purposes: [{ id: 'analytics', data: ['ip'] }] } },
    earlier: accepted,
    come: async () => undefined,
  },
  { name: 'banner-unfolded', come: unfolded },
  {
    name: 'banner-refused-press',
    async come(page) {
      await page
        .locator(of('accept'))
        .first()
        .evaluate((button) => button.click());
      await shown(page, 's9-consent [role=status]');
    },
  },
  { name: 'preferences', come: preferences },
  {
    name: 'preferences-unfolded',
    async come(page) {
      await preferences(page);
      await unfolded(page);
    },
  },
  {
    name: 'data-empty',
    async come(page) {
      await api(page, 'open', 'data');
      await shown(page, 's9-consent dialog');
    },
  },
  {
    name: 'data',
    async come(page) {
      await accepted(page);
      await api(page, 'reject');
      await api(page, 'open', 'data');
      await shown(page, of('erase'));
    },
  },
  {
    name: 'placeholders',
    body: FRAMES,
    async come(page) {
      await rejected(page);
      await page.locator('iframe').first().scrollIntoViewIfNeeded();
      await page.frameLocator('iframe').first().locator('s9-placeholder').waitFor();
    },
  },
  {
    // A row, a button and an icon alone stand at the end of the same page.
    name: 'placeholders-small',
    body: FRAMES,
    async come(page) {
      await rejected(page);
      const last = page.locator('iframe').last();
      await last.scrollIntoViewIfNeeded();
      await last.contentFrame().locator('s9-placeholder').waitFor();
    },
  },
  {
    name: 'control',
    async come(page) {
      await rejected(page);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.locator('s9-consent [part~="control"]').first().focus();
    },
  },
  {
    name: 'control-with-note',
    async come(page) {
      await rejected(page);
      await page.waitForFunction(() => window.social9.consent.state.recordId);
      await page.route(/s9-consent-ui\.js/, (route) => route.abort());
      await page.reload();
      await page.locator('s9-consent [part~="control"]').click();
      await page.locator('s9-consent [part~="control"]', { hasText: '(' }).waitFor();
    },
  },
  {
    name: 'form-notice',
    needs: 'consent-notice',
    body: FORM,
    async come(page) {
      await rejected(page);
      await page.locator('form').scrollIntoViewIfNeeded();
    },
  },
];
