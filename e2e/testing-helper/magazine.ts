// A site with the real widget, three services and an endpoint, watched as a Customer's test would.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test as base } from 'playwright/test';
import { documentOf, type Tag } from '../support/markup.ts';
import { startWorld, type World } from '../support/world.ts';
import { type ConsentWatch, type WatchOptions, watchConsent } from './subject.ts';

export { expect } from '../support/expect.ts';

/** Everything the magazine declares, and speaks to when all is granted. */
export const EVERYONE = {
  analytics: ['collector.localhost'],
  'service:counter': ['counter.localhost'],
  'service:films': ['films.localhost'],
  'service:posts': ['posts.localhost'],
};

interface Fixtures {
  world: World;
  /** Opens the magazine under watch, with more markup at its end and more on the tag. */
  read: (more?: string, options?: WatchOptions, tag?: Tag) => Promise<ConsentWatch>;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures off the pattern
  world: async ({}, use, info) => {
    const world = await startWorld(dirname(info.file), () => undefined);
    await use(world);
    await world.close();
  },
  read: ({ page, world }, use, info) =>
    use(async (more = '', options = {}, tag = {}) => {
      const markup = await readFile(join(dirname(info.file), 'magazine.html'), 'utf8');
      const port = new URL(world.thirdParty.origin).port;
      const whole = documentOf(markup.replace('{{more}}', more), tag);
      world.host.put('/', whole.replaceAll('{{port}}', port));
      const watch = await watchConsent(page, {
        settle: { quietMs: 300, answerMs: 1_000 },
        ...options,
      });
      await page.goto(world.host.origin);
      return watch;
    }),
});
