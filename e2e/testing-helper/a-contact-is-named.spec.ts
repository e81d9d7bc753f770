// Every way in which a page can speak to others before a choice is caught, and named.
import { ELEMENTS } from './contacts-by-element.ts';
import { AHEAD, SCRIPTED } from './contacts-by-script.ts';
import type { LeakyPage } from './leaky-page.ts';
import { expect, type Files, test } from './leaky-site.ts';
import type { ConsentWatch } from './subject.ts';

const isAlone = (way: LeakyPage): boolean => !!(way.isAlone || way.headers || way.after);

/** Looks for each in what is told of one thing: the number before it, its address, who asked, and advice. */
async function expectNamed(watch: ConsentWatch, ways: readonly LeakyPage[]): Promise<void> {
  const told = await watch.expectSilence().catch((fault: Error) => fault.message);
  const things = String(told).split(/^(?= *\d+\. )/m);
  const kinds = (await watch.leaks()).map((leak) => leak.kind).join(' ');
  for (const { title, kind, says } of ways) {
    const named = things.filter((thing) => says.test(thing)).join('');
    expect.soft(named || told, title).toMatch(/^ *\d+\. before the choice: /);
    expect.soft(kinds, title).toMatch(new RegExp(`(^| )${kind}( |$)`));
  }
}

for (const [where, ways] of Object.entries({
  'in the page': ELEMENTS,
  'by script': SCRIPTED,
  'ahead of time': AHEAD,
})) {
  test(`L-10 L-22 ${where}: all that can be at once`, async ({ open, page, site }) => {
    const together = ways.filter((way) => !isAlone(way));
    const files = Object.assign({}, ...together.map((way) => way.files)) as Files;
    const watch = await open(together.map(({ body }) => body).join('\n'), { files });
    for (const { reaches } of together) {
      if (!reaches) continue;
      await expect
        .poll(async () => {
          // What an object shows is fetched when it is laid out, which a page that draws nothing puts off.
          await page.evaluate(() => document.body.offsetHeight);
          return site.asked();
        })
        .toContain(reaches);
    }
    await expectNamed(watch, together);
  });

  for (const way of ways.filter(isAlone)) {
    test(`L-10 L-22 ${where}: ${way.title}`, async ({ open }) => {
      await expectNamed(await open(way.body, way), [way]);
    });
  }
}

test('a shared worker is named where what it fetches cannot be seen', async ({
  open,
  browserName,
}) => {
  const files = { '/shared.js': '' };
  const watch = await open(`<script>new SharedWorker('/shared.js')</script>`, { files });
  const kinds = (await watch.leaks()).map(({ kind }) => kind);
  expect(kinds).toEqual(browserName === 'chromium' ? [] : ['shared-worker']);
});
