// A history that somebody has edited grants nothing: the person is asked, and may see and erase it.
import type { Page } from 'playwright/test';
import { test as base, expect } from '../../support/fixture.ts';
import type { Consent, WithApi } from '../../support/public-api.ts';
import type { StoredRecord } from '../../support/records.ts';
import { read, sealFor, write } from './database.ts';
import { FORGERIES, POISON } from './forgeries.ts';

type History = StoredRecord[];

const faultsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { faults: string[] }).faults);
const exported = (page: Page): ReturnType<Consent['export']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.export());
const erase = (page: Page): ReturnType<Consent['erase']> =>
  page.evaluate(() => (globalThis as unknown as WithApi).social9.consent.erase());
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

interface Steps {
  /** A page of the site without the widget, where others' scripts are at work. */
  quiet: () => Promise<void>;
  /** Gives these answers, one after another. */
  answer: (...answers: readonly ('accept' | 'reject' | 'withdraw')[]) => Promise<History>;
  /** The page is opened anew: nobody is taken to have said yes, and nothing leaves. */
  grantsNothing: () => Promise<void>;
  /** A new answer is kept, and the next page goes by it. */
  nextAnswerCounts: (answer: 'accept' | 'reject') => Promise<void>;
}

const test = base.extend<Steps>({
  quiet: ({ visit }, use) => use(() => visit('<p>Quiet</p>', { tag: false, at: '/quiet' })),
  answer: ({ visit, notice, records, world }, use) =>
    use(async (...answers) => {
      await visit();
      for (const [index, answer] of answers.entries()) {
        if (index > 0) await notice.permanentControl.click();
        await notice.press(answer);
        await expect.poll(records).toHaveLength(index + 1);
        // The answer has been followed, files and all, when the notice is gone.
        await notice.isSilent();
        // What may be sent has been sent before anybody counts.
        const views = answers.slice(0, index + 1).filter((each) => each === 'accept').length;
        await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(views);
      }
      return records();
    }),
  grantsNothing: ({ page, visit, notice, ran, state, world }, use) =>
    use(async () => {
      const left = () => [
        world.thirdParty.hits().length,
        world.receiver.events('s9.page_view').length,
      ];
      const before = left();
      await visit();
      await notice.asks();
      const { decided, recordId, purposes, services } = await state();
      expect({ decided, recordId }).toEqual({ decided: false, recordId: null });
      expect(purposes).toMatchObject({ analytics: false, social: false });
      expect(Object.values(services)).not.toContain(true);
      // Whatever had been let go would be gone by now.
      await page.evaluate(() => fetch('/'));
      expect(await ran()).toEqual([]);
      expect(left()).toEqual(before);
    }),
  nextAnswerCounts: ({ page, visit, notice, ran, records, state }, use) =>
    use(async (answer) => {
      await notice.press(answer);
      const source = `${answer}-all`;
      await expect.poll(async () => (await records()).at(-1)?.source).toBe(source);
      await visit();
      const isYes = answer === 'accept';
      await expect(notice.permanentControl).toBeVisible();
      expect(await state()).toMatchObject({
        decided: true,
        purposes: { analytics: isYes },
        storage: 'indexeddb',
      });
      await notice.isSilent();
      expect(await faultsOn(page)).toEqual([]);
      if (isYes) await expect.poll(ran).toContain('/stats.js');
      else expect(await ran()).toEqual([]);
    }),
});

const allYes = (values: Readonly<Record<string, boolean>>): Record<string, boolean> =>
  Object.fromEntries(Object.keys(values).map((id) => [id, true]));

type Edit = readonly [
  what: string,
  answers: readonly ('accept' | 'reject' | 'withdraw')[],
  edit: (history: History) => unknown,
  next: 'accept' | 'reject',
];

const EDITS: readonly Edit[] = [
  [
    'a refusal turned into a grant',
    ['reject'],
    (history) =>
      history.map((each) => ({
        ...each,
        purposes: allYes(each.purposes),
        services: allYes(each.services),
      })),
    'accept',
  ],
  [
    'one purpose of a refusal turned into a grant',
    ['reject'],
    (history) =>
      history.map((each) => ({ ...each, purposes: { ...each.purposes, analytics: true } })),
    'reject',
  ],
  [
    'a withdrawal deleted, so that the grant before it would revive',
    ['accept', 'withdraw'],
    (history) => history.slice(0, -1),
    'reject',
  ],
  [
    'the grant put behind the withdrawal',
    ['accept', 'withdraw'],
    (history) => history.toReversed(),
    'accept',
  ],
  [
    'the grant repeated behind the withdrawal',
    ['accept', 'withdraw'],
    (history) => [...history, history[0]],
    'reject',
  ],
  [
    'the end of a grant moved',
    ['accept'],
    (history) => history.map((each) => ({ ...each, expiresAt: each.expiresAt + 86_400_000 })),
    'reject',
  ],
];

for (const [what, answers, edit, next] of EDITS) {
  test(`F-44 ${what}: asked again, and the next answer counts`, async ({
    page,
    quiet,
    answer,
    grantsNothing,
    nextAnswerCounts,
  }) => {
    const edited = edit(await answer(...answers));
    await quiet();
    await page.evaluate(write, ['history', edited] as const);
    await grantsNothing();
    expect(await faultsOn(page)).toEqual(['history']);
    await nextAnswerCounts(next);
  });
}

test('F-44 a grant without its seal: asked again, and the next answer counts', async ({
  page,
  quiet,
  answer,
  grantsNothing,
  nextAnswerCounts,
}) => {
  await answer('accept');
  await quiet();
  await page.evaluate(write, ['seal'] as const);
  await grantsNothing();
  expect(await faultsOn(page)).toEqual(['history']);
  await nextAnswerCounts('reject');
});

test('F-49 a grant copied from another site, seal and all: asked, and the answer counts', async ({
  page,
  quiet,
  visit,
  notice,
  records,
  grantsNothing,
  nextAnswerCounts,
  world,
  law,
}) => {
  // The same server under another name is another site.
  const other = world.host.origin.replace('localhost', 'other.localhost');
  law.allow('early', /other\.localhost/);
  await visit();
  await notice.asks();
  // Firefox tells of a file cut off by leaving as of one that was changed.
  law.allow('consoleErrors', /integrity/);
  await page.goto(`${other}/`);
  await notice.accept();
  await expect.poll(records).toMatchObject([{ origin: other, purposes: { analytics: true } }]);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  const history = await records();
  const seal = await page.evaluate(read, 'seal');

  await quiet();
  await page.evaluate(write, ['history', history] as const);
  await page.evaluate(write, ['seal', seal] as const);
  await grantsNothing();
  expect(await faultsOn(page), 'as written, but elsewhere').toEqual([]);

  const claimed = history.map((each) => ({ ...each, origin: world.host.origin }));
  await page.evaluate(write, ['history', claimed] as const);
  await grantsNothing();
  expect(await faultsOn(page)).toEqual(['history']);
  await nextAnswerCounts('reject');
});

test('L-27 F-44 what was edited is shown by export(), and erase() removes all of it', async ({
  page,
  quiet,
  answer,
  grantsNothing,
  records,
  world,
}) => {
  const [refusal] = await answer('reject');
  await quiet();
  const edited = [{ ...refusal, purposes: { necessary: true, analytics: true }, note: 'mine' }];
  await page.evaluate(write, ['history', edited] as const);
  await grantsNothing();
  expect(await exported(page)).toMatchObject({ records: edited });
  expect(await records()).toEqual(edited);
  expect(await erase(page)).toEqual({ deleted: ['history', 'seal'], remains: [], told: 0 });
  expect(await databases(page)).not.toContain('s9-consent');
  expect(await exported(page)).toMatchObject({ records: [] });
  expect(world.receiver.deliveries(), 'nobody ever said yes').toEqual([]);
  await grantsNothing();
  expect(await faultsOn(page)).toEqual([]);
});

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
    test.setTimeout(120_000);
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
    // What no text can be made of is not told of: to the page it is a disk that cannot be read.
    expect(['history', undefined]).toContain((await faultsOn(page))[0]);
    await nextAnswerCounts('reject');

    await forge(page, make, grant);
    await grantsNothing();
    expect(await erase(page)).toMatchObject({ remains: [] });
    expect(await databases(page)).not.toContain('s9-consent');
  });
}
