// Any one of the further files missing or changed: what is granted stands in a record, what runs is granted.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, settings, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { distFolder } from '../../support/widget-files.ts';

const FURTHER = readdirSync(distFolder).filter((name) => /^s9-consent-.*\.js$/.test(name));
/** Without one of these nobody is asked; without the other nobody's yes can be kept. */
const TO_ASK = ['s9-consent-ui.js', 's9-consent-settings.js'];
const TO_KEEP = [...TO_ASK, 's9-consent-answer.js'];
/** Each page asks at paths of its own: what another one asked for can arrive late. */
const pageAt = (folder: string): string => `${settings({
  endpoint: '{{receiver}}/v1/logs',
  policy: { undeclared: 'release' },
})}{{tag}}<script type="text/plain" data-consent="analytics" data-src="{{third-party}}/${folder}/stats.js"></script>
<iframe data-consent="social" data-src="{{third-party}}/${folder}/video.html" width="300" height="200" title="A video"></iframe>
<button type="button" onclick="social9.consent.accept()">Yes to all of it</button>`;

const granted = (page: Page) =>
  page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    return consent.allows('analytics');
  });

const forget = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.deleteDatabase('s9-consent');
        request.addEventListener('success', resolve);
        request.addEventListener('error', resolve);
      }),
  );

const WAYS = ['missing', 'one-byte-changed'] as const;

for (const [turn, how] of WAYS.entries()) {
  // A file is lost alike in both ways, so the others take turns; those that nobody answers without go both.
  const files = FURTHER.filter((name, index) => TO_KEEP.includes(name) || index % 2 === turn);
  test(`F-34 L-10 each second further file ${how}, and a yes`, async ({
    page,
    visit,
    notice,
    records,
    ran,
    world,
    law,
  }) => {
    test.setTimeout(600_000);
    law.allow('consoleErrors', /./);
    for (const name of files) {
      const before = world.widget.fetched().length;
      const asked = () => world.widget.fetched().slice(before);
      world.widget.sabotage(name, how);
      await visit(pageAt(name));
      const isKept = !TO_KEEP.includes(name);
      if (!TO_ASK.includes(name)) {
        await notice.asks();
        law.aboutToGrant();
        // How one says yes is no matter here: on the site's own button nothing has to rest.
        await page.getByText('Yes to all of it').click();
      }
      if (isKept) await expect.poll(records).toMatchObject([{ source: 'site' }]);
      // Only what has come to an end is not mended by the file that is there again below.
      else if (TO_ASK.includes(name)) await expect.poll(asked).toContain(name);
      else await expect(notice.element).toContainText('could not be recorded');
      await expect.poll(() => granted(page), name).toBe(isKept);
      expect(await records(), name).toHaveLength(isKept ? 1 : 0);
      if (!isKept) {
        expect(await ran(), name).toEqual([]);
        expect(
          world.thirdParty.hits().filter((path) => path.startsWith(`/${name}/`)),
          name,
        ).toEqual([]);
      }
      world.widget.restore(name);
      await visit(pageAt('next'), { at: '/next' });
      await expect.poll(() => granted(page), name).toBe(isKept);
      if (isKept) await expect.poll(ran, name).toEqual(['/next/stats.js']);
      else await notice.asks();
      await forget(page);
    }
  });
}
