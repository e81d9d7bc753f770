// Idiomorph and morphdom, as Livewire, Unpoly, LiveView and their like use them on what a server sends again.
import type { Page } from 'playwright/test';
import { documentWith, HELD } from './held.ts';
import { load, ordinary, serve } from './sites.ts';
import { softly, test } from './steps.ts';

interface Morphs {
  Idiomorph: { morph(old: Element, next: string): void };
  morphdom(old: Element, next: string): void;
}

const MORPHS = {
  idiomorph: (page: Page, next: string) =>
    page.evaluate((markup) => {
      const { Idiomorph } = globalThis as unknown as Morphs;
      Idiomorph.morph(document.querySelector('main') as Element, markup);
    }, next),
  morphdom: (page: Page, next: string) =>
    page.evaluate((markup) => {
      const { morphdom } = globalThis as unknown as Morphs;
      morphdom(document.querySelector('main') as Element, markup);
    }, next),
};

const part = (count: number): string =>
  `<main><p>Count ${count}</p>${ordinary('part')}${HELD}<p>After</p></main>`;

for (const [name, morph] of Object.entries(MORPHS)) {
  test(`${name}: the same part, sent again`, async ({ own, page, world }) => {
    await serve(world, { '/a': documentWith(part(0), load(`/${name}.js`)) }, `/${name}.js`);
    const again = (count: number) =>
      morph(page, part(count).replaceAll('{{third-party}}', world.thirdParty.origin));
    await own.withoutWidget(async () => {
      await page.goto(`${world.host.origin}/a`);
      await own.remember('0');
      for (const count of [1, 2, 3]) {
        await again(count);
        await own.remember(`${count}`);
      }
    });
    await page.goto(`${world.host.origin}/a`);
    await own.waits();
    await again(1);
    await own.hasPlaceholders(1);
    await own.isAsWritten('held', '1');
    await own.accept();
    await own.isAsWritten('released', '1');
    await again(2);
    await own.arrived();
    await own.isAsWritten('released', '2');
    await own.runs(1);
    softly(await own.list('plain'), 'an ordinary script beside them').toEqual(['part']);
    await own.withdraw();
    await own.isAsWritten('held', '2');
    await again(3);
    await own.hasPlaceholders(1);
    await own.isAsWritten('held', '3');
    await own.runs(1);
  });
}
