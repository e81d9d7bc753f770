// What stands in for an address, and an address that is changed: only what was said yes to is there.
import type { Page } from 'playwright/test';
import { settings } from '../../support/fixture.ts';
import { documentWith, FRAME, PLACE, STANDING_IN } from './held.ts';
import { softly, test } from './steps.ts';

const addresses = (page: Page): Promise<string[]> =>
  page
    .locator(`#${PLACE} > *`)
    .evaluateAll((all) => all.map((each) => new URL(each.getAttribute('src') ?? '').pathname));

test('a stand-in stays until its address may come, and is there again after a withdrawal @engine', async ({
  own,
  page,
  visit,
  records,
  world,
}) => {
  const markup = documentWith(`<main>${STANDING_IN}</main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits();
  await own.isAsWritten('held');
  await own.accept('nothing');
  const all = ['/frame.html', '/picture.svg', '/set.svg'];
  await softly.poll(() => world.thirdParty.hits().toSorted()).toEqual(all);
  await softly.poll(() => addresses(page)).toEqual(all);
  await own.isAsWritten('released');
  await softly.poll(records).toHaveLength(1);
  // Who said yes on an earlier visit never saw them held.
  await visit(markup);
  await softly.poll(() => world.thirdParty.hits().toSorted()).toEqual([...all, ...all].toSorted());
  await softly.poll(() => addresses(page)).toEqual(all);
  await own.withdraw();
  await own.isAsWritten('held');
});

const change = (page: Page, src: string): Promise<void> =>
  page.locator('iframe').evaluate((frame, address) => {
    frame.dataset['src'] = address;
  }, src);

test('an address that changes while it is held, and while it is released', async ({
  own,
  page,
  visit,
  world,
}) => {
  const at = (path: string) => world.thirdParty.origin + path;
  await visit(documentWith(`<main>${FRAME}</main>`));
  await own.waits();
  await change(page, at('/second.html'));
  await own.hasPlaceholders(1);
  await own.accept('nothing');
  await softly.poll(() => world.thirdParty.hits()).toEqual(['/second.html']);
  await change(page, at('/third.html'));
  await softly.poll(() => world.thirdParty.hits()).toEqual(['/second.html', '/third.html']);
  // It has come, and with it its entry in the history.
  await softly
    .poll(() => page.frames().some((each) => each.url() === at('/third.html')))
    .toBe(true);
  await own.withdraw();
  await change(page, at('/fourth.html'));
  await own.hasPlaceholders(1);
});

test('L-22 "load once" is said to one address', async ({ own, page, visit, world }) => {
  await visit(documentWith(`<main>${FRAME}</main>`));
  await own.waits();
  const frame = page.locator('iframe');
  await own.placeholders.press('load-once', frame);
  await softly(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  await own.hasPlaceholders(0);
  await change(page, `${world.thirdParty.origin}/second.html`);
  await own.hasPlaceholders(1);
  softly(world.thirdParty.hits()).toEqual(['/frame.html']);
  // And back: it was said for as long as it stood there.
  await own.placeholders.press('load-once', frame);
  await softly.poll(() => world.thirdParty.hits()).toEqual(['/frame.html', '/second.html']);
});

test('"load once" ends with the next answer', async ({ own, page, visit, notice, world }) => {
  const markup = documentWith(`<main>${FRAME}</main>`);
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits();
  await own.placeholders.press('load-once', page.locator('iframe'));
  await softly(page.frameLocator('iframe').getByText('Frame of a third party')).toBeVisible();
  const before = await own.historyLength();
  await notice.reject();
  await own.hasPlaceholders(1);
  await own.isAsWritten('held');
  softly(await own.historyLength(), 'entries of the history').toBe(before);
  softly(world.thirdParty.hits()).toEqual(['/frame.html']);
});

test('frames that are still on their way are held again without a step in the history @engine', async ({
  own,
  page,
  visit,
  law,
  world,
}) => {
  law.allow('consoleErrors', /404|Failed to load/);
  const release = world.widget.hold('slow.html');
  const slow = (title: string) =>
    `<iframe data-consent="social" data-src="{{widget}}/slow.html?${title}" title="${title}"></iframe>`;
  const markup = documentWith(
    `<main>${slow('one')}${slow('two')}${slow('three')}</main>`,
    '',
    settings({ policy: { undeclared: 'release' } }),
  );
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(3);
  await own.accept('nothing');
  const asked = () => world.widget.fetched().filter((file) => file === 'slow.html');
  await softly.poll(asked).toHaveLength(3);
  const before = await own.historyLength();
  await own.withdraw(3);
  release();
  await own.isAsWritten('held');
  await own.hasPlaceholders(3);
  softly(await page.evaluate(() => history.length), 'entries of the history').toBe(before);
});

test('what a player writes into the address of its released frame stays, and leaves with a withdrawal @engine', async ({
  own,
  page,
  visit,
  world,
}) => {
  const write = (more: string): Promise<void> =>
    page.locator('iframe').evaluate((frame: HTMLIFrameElement, added) => {
      frame.src = added && frame.src + added;
    }, more);
  await visit(documentWith(`<main>${FRAME}</main>`));
  await own.waits();
  await own.remember();
  await own.accept('nothing');
  await softly.poll(() => world.thirdParty.hits()).toEqual(['/frame.html']);
  const script = page.frameLocator('iframe').getByText('Frame of a third party');
  await softly(script).toBeVisible();
  await write('?enablejsapi=1');
  await softly.poll(() => world.thirdParty.hits()).toEqual(['/frame.html', '/frame.html']);
  await softly.poll(() => page.locator('iframe').getAttribute('src')).toMatch(/enablejsapi=1$/);
  await own.withdraw();
  await own.isAsWritten('held');
  softly(await page.locator('iframe').getAttribute('src')).toBeNull();
});
