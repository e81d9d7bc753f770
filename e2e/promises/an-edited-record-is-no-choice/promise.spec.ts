// A history that somebody has edited grants nothing: the person is asked, and may see and erase it.
import { read, write } from './database.ts';
import {
  databases,
  erase,
  expect,
  exported,
  faultsOn,
  type History,
  LAST,
  receiptOf,
  test,
} from './steps.ts';

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

test('F-44 a yes noted where a no is, without its record: nothing is granted, nor while it is looked at', async ({
  page,
  quiet,
  answer,
  visit,
  notice,
  ran,
  state,
  world,
}) => {
  const [refusal] = await answer('reject');
  await quiet();
  const yes = {
    ...refusal,
    purposes: allYes(refusal?.purposes ?? {}),
    services: allYes(refusal?.services ?? {}),
    source: 'custom',
    text: null,
    decidedAt: (refusal?.decidedAt ?? 0) + 1000,
  };
  await page.evaluate(write, ['draft', yes] as const);
  await visit();
  await expect(notice.permanentControl).toBeVisible();
  await expect.poll(() => page.evaluate(read, 'draft')).toBeUndefined();
  await expect.poll(state).toMatchObject({ purposes: { analytics: false, social: false } });
  expect(await ran()).toEqual([]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-49 a grant copied from another site, seal and all: asked, and the answer counts', async ({
  page,
  quiet,
  visit,
  notice,
  ran,
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
  await expect.poll(ran).toContain(LAST);
  const history = await records();
  const seal = await page.evaluate(read, 'seal');

  await quiet();
  await page.evaluate(write, ['history', history] as const);
  await page.evaluate(write, ['seal', seal] as const);
  await grantsNothing();
  expect(await faultsOn(page), 'as written, but elsewhere').toEqual([]);
  await nextAnswerCounts('reject');
  // What is not of this site is no part of a receipt, nor is its id of the next answer.
  const receipt = JSON.stringify(await receiptOf(page));
  expect(receipt).toContain(world.host.origin);
  expect(receipt).not.toContain(history[0]?.['subjectId']);

  const claimed = history.map((each) => ({ ...each, origin: world.host.origin }));
  await page.evaluate(write, ['history', claimed] as const);
  await grantsNothing();
  expect(await faultsOn(page)).toEqual(['history']);
  await nextAnswerCounts('reject');
});

test('L-27 F-44 what was edited is shown by export(), and erase() removes all of it @engine', async ({
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
