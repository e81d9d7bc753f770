// A history forged and sealed by a script that knows how: no defence is claimed, no harm is done.
import type { Page } from 'playwright/test';
import type { StoredRecord } from '../../support/records.ts';
import { sealFor, write } from './database.ts';
import { FORGERIES, POISON } from './forgeries.ts';
import { databases, erase, expect, faultsOn, test } from './steps.ts';

/** Puts a history of the forger's own in the place of what was stored. */
async function forge(page: Page, make: (grant: StoredRecord) => unknown, grant: StoredRecord) {
  const history = await page.evaluateHandle(make, grant);
  await page.evaluate(write, ['history', history] as const);
  return history;
}

test('F-44 a seal made anew over the same history is a seal: what follows is judged by it', async ({
  page,
  quiet,
  answer,
  ran,
  visit,
}) => {
  const [grant] = (await answer('accept')) as [StoredRecord];
  await quiet();
  const history = await forge(page, (each) => [{ ...each, build: 'forged' }], grant);
  await page.evaluate(write, ['seal', await page.evaluate(sealFor, history)] as const);
  await visit();
  await expect.poll(ran).toContain('/stats.js');
});

for (const [rule, forgeries] of Object.entries(FORGERIES)) {
  test(`${rule} forged and sealed by who knows how: no choice, no harm to the page`, async ({
    page,
    answer,
    grantsNothing,
  }) => {
    const [grant] = (await answer('accept')) as [StoredRecord];
    for (const [what, make] of Object.entries(forgeries)) {
      await test.step(what, async () => {
        const history = await forge(page, make, grant);
        await page.evaluate(write, ['seal', await page.evaluate(sealFor, history)] as const);
        await grantsNothing();
      });
    }
  });
}

for (const [what, make] of Object.entries(POISON)) {
  test(`F-44 F-11 ${what}: the next answer is kept all the same, and erased with it`, async ({
    page,
    answer,
    grantsNothing,
    nextAnswerCounts,
  }) => {
    const [grant] = (await answer('accept')) as [StoredRecord];
    await forge(page, make, grant);
    await grantsNothing();
    expect(await faultsOn(page)).toEqual(['history']);
    await nextAnswerCounts('reject');

    await forge(page, make, grant);
    await grantsNothing();
    expect(await erase(page)).toMatchObject({ remains: [] });
    expect(await databases(page)).not.toContain('s9-consent');
  });
}
