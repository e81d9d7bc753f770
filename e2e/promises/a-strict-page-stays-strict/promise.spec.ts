// Under the strictest content security policy, with Trusted Types, all works and nothing is reported.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';

const TRUSTED = "require-trusted-types-for 'script'";

/** Some browsers ask for it in the page's name, unasked. */
const ICON = 'img-src {{page}}/favicon.ico';

/** The policy of the contract, section 9, and what a page with tags of its own must add. */
const STRICT = `default-src 'none'; ${ICON}; script-src {{widget}}; connect-src {{receiver}}; ${TRUSTED}`;
const WITH_TAGS =
  `default-src 'none'; ${ICON}; script-src {{widget}} {{third-party}}; frame-src {{third-party}};
  connect-src {{receiver}}; ${TRUSTED}; trusted-types s9-consent`.replaceAll('\n', ' ');
const WITH_NONCE = `default-src 'none'; ${ICON}; script-src 'nonce-once' 'strict-dynamic';
  frame-src {{third-party}}; connect-src {{receiver}}; ${TRUSTED}`.replaceAll('\n', ' ');

const under = (policy: string) => ({ headers: { 'content-security-policy': policy } });

test('F-36 F-37 every view, a choice and its withdrawal @engine', async ({
  visit,
  notice,
  records,
  world,
}) => {
  await visit('<p>Shoes</p>', under(STRICT));
  await notice.choose('analytics');
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await notice.permanentControl.click();
  await expect(notice.panel).toBeVisible();
  await notice.press('withdraw');
  await expect.poll(records).toMatchObject([{ source: 'custom' }, { source: 'withdraw' }]);
  await visit('<p>Boots</p>', under(STRICT));
  await expect(notice.permanentControl).toBeVisible();
});

test('F-37 held scripts, frames and templates are released @engine', async ({
  page,
  visit,
  notice,
  ran,
}) => {
  await visit('page.html', under(WITH_TAGS));
  await expect(notice.control('load-once')).toBeVisible();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await expect(page.locator('#from-template')).toBeVisible();
});

test('F-36 the nonce of the tag is enough for the files it fetches @engine', async ({
  page,
  visit,
  notice,
  ran,
}) => {
  await visit('page.html', { ...under(WITH_NONCE), tag: { nonce: 'once' } });
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
});

test('a page without Trusted Types policies for us keeps scripts held and says so nowhere else', async ({
  visit,
  notice,
  law,
  world,
}) => {
  law.allow('cspReports', /trusted-types|TrustedScript|createPolicy/i);
  law.allow('consoleErrors', /Trusted ?Type|TrustedScript|policy|Social9/i);
  await visit('page.html', under(`${STRICT}; trusted-types 'none'`));
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent.js');
  await expect(notice.control('accept')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-37 a page that made a policy of our name keeps scripts held, and its own', async ({
  page,
  visit,
  law,
  world,
}) => {
  law.allow('cspReports', /trusted-types|TrustedScript|createPolicy/i);
  law.allow('consoleErrors', /Trusted ?Type|TrustedScript|policy|Social9/i);
  await page.addInitScript(() => {
    const factory = (
      globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): object } }
    ).trustedTypes;
    Object.assign(globalThis, { own: factory?.createPolicy('s9-consent', {}) });
  });
  await visit('page.html', under(WITH_TAGS));
  await expect.poll(() => world.widget.fetched()).toContain('s9-consent.js');
  await page.waitForFunction(() => (globalThis as Partial<WithApi>).social9?.consent.ready);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-36 where the receiver may not be spoken to, the rest works', async ({
  visit,
  notice,
  ran,
  state,
  law,
  world,
}) => {
  law.expectCspReport(/connect-src/);
  law.allow('consoleErrors', /connect-src|Content.Security.Policy/i);
  await visit(
    'page.html',
    under(WITH_TAGS.replace('connect-src {{receiver}}', "connect-src 'none'")),
  );
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(state).toMatchObject({ decided: true });
  expect(world.receiver.deliveries()).toEqual([]);
});

test('no inline style, style element or inline script is ever added', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.press('choose');
  await expect(notice.panel).toBeVisible();
  const found = await page.evaluate(() => {
    const shadow = document.querySelector('s9-consent')?.shadowRoot;
    return [...(shadow?.querySelectorAll('style, script, link, [onclick]') ?? [])].map(
      ({ localName }) => localName,
    );
  });
  expect(found).toEqual([]);
  await expect(page.locator('style')).toHaveCount(0);
});
