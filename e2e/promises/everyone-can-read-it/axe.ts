// What axe-core finds on a page and in its frames, best practices included.
import axe from 'axe-core';
import type { Page } from 'playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A line each: rule, place, what to do. */
export async function faultsOn(page: Page): Promise<string[]> {
  // In the frames too: placeholders are drawn inside.
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`,
      ),
    );
  }, TAGS);
}
