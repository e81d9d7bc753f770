// Every way in which a page can speak to others before a choice is caught, and named.
import { ELEMENTS } from './contacts-by-element.ts';
import { AHEAD, SCRIPTED } from './contacts-by-script.ts';
import type { LeakyPage } from './leaky-page.ts';
import { expect, test } from './leaky-site.ts';

function isNamed({ title, kind, says, onlyChromium, ...page }: LeakyPage): void {
  test(`L-10 L-22 ${title}${onlyChromium ? ' @chromium' : ''}`, async ({ open }) => {
    const watch = await open(page.body, page);
    const told = await watch.expectSilence().catch((fault: Error) => fault.message);
    expect(told).toMatch(says);
    expect(told).toMatch(/\d+\. before the choice: /);
    const kinds = (await watch.leaks()).map((leak) => leak.kind).join(' ');
    expect(kinds).toMatch(new RegExp(`(^| )${kind}( |$)`));
  });
}

test.describe('in the page', () => ELEMENTS.forEach(isNamed));
test.describe('by script', () => SCRIPTED.forEach(isNamed));
test.describe('ahead of time', () => AHEAD.forEach(isNamed));

test('a shared worker is named where what it fetches cannot be seen', async ({
  open,
  browserName,
}) => {
  const files = { '/shared.js': '' };
  const watch = await open(`<script>new SharedWorker('/shared.js')</script>`, { files });
  const kinds = (await watch.leaks()).map(({ kind }) => kind);
  expect(kinds).toEqual(browserName === 'chromium' ? [] : ['shared-worker']);
});
