// Vue 3 and Svelte 5: an address that is bound, held content, and a part that is there or not.
import type { Page } from 'playwright/test';
import { MARKUP, PAGES } from './components.ts';
import { HITS } from './held.ts';
import { softly, test } from './steps.ts';

interface Changeable {
  change(data: { isThere?: boolean; address?: string }): Promise<void>;
}

const change = (page: Page, data: Parameters<Changeable['change']>[0]): Promise<void> =>
  page.evaluate((given) => (globalThis as unknown as Changeable).change(given), data);

for (const { what, script } of PAGES) {
  test(`${what} follows what is bound`, async ({ own, page, visit, world }) => {
    world.host.put('/app.js', await script());
    const second = `${world.thirdParty.origin}/second.html`;
    const third = `${world.thirdParty.origin}/third.html`;
    await own.withoutWidget(async () => {
      await visit(MARKUP);
      await own.drawn();
      await own.remember('first');
      for (const [name, address] of [
        ['second', second],
        ['third', third],
      ] as const) {
        await change(page, { address });
        await own.remember(name);
      }
      await change(page, { isThere: false });
      await own.remember('page two');
    });
    await visit(MARKUP);
    await own.drawn();
    await own.waits();
    await own.isAsWritten('held', 'first');
    await change(page, { address: second });
    await own.isAsWritten('held', 'second');
    await own.hasPlaceholders(1);
    await own.accept();
    const hits = HITS.map((path) => (path === '/frame.html' ? '/second.html' : path));
    await own.comes(1, undefined, hits);
    await own.stood();
    await own.isAsWritten('released', 'second');
    await change(page, { address: third });
    await own.comes(1, undefined, [...hits, '/third.html']);
    await own.isAsWritten('released', 'third');
    await own.withdraw();
    await own.isAsWritten('held', 'third');
    await change(page, { isThere: false });
    await softly(page.locator('#after')).toHaveText('Page two');
    await own.isAsWritten('held', 'page two');
    await change(page, { isThere: true });
    await own.hasPlaceholders(1);
    await own.isAsWritten('held', 'third');
    await own.comes(1, undefined, [...hits, '/third.html']);
  });

  test(`${what} takes out what was released, and brings it back anew`, async ({
    own,
    page,
    visit,
    notice,
    world,
  }) => {
    world.host.put('/app.js', await script());
    await own.withoutWidget(async () => {
      await visit(MARKUP);
      await own.drawn();
      await change(page, { isThere: false });
      await own.remember('page two');
    });
    await visit(MARKUP);
    await own.drawn();
    await notice.accept();
    await own.arrived();
    await own.comes();
    await change(page, { isThere: false });
    await softly(page.locator('#after')).toHaveText('Page two');
    await own.isAsWritten('held', 'page two');
    await change(page, { isThere: true });
    await own.arrived();
    await own.comes(2);
    await own.stood(2);
  });
}
