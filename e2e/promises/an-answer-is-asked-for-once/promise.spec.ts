// Yes or no, the answer is kept: the next page does not ask, for six months.
import { expect, test } from '../../support/fixture.ts';

test('after a yes the next page runs what was granted and does not ask @engine', async ({
  page,
  visit,
  notice,
  ran,
  records,
  world,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect.poll(records).toHaveLength(1);
  await page.reload();
  await expect.poll(ran).toEqual(['/stats.js']);
  await expect(notice.permanentControl).toBeVisible();
  await notice.isSilent();
  expect(world.thirdParty.count('/stats.js')).toBe(2);
  expect(await records()).toHaveLength(1);
});

test('L-28 after a no the next page does not ask either', async ({
  page,
  visit,
  notice,
  state,
  records,
  world,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  await page.reload();
  await expect.poll(state).toMatchObject({ decided: true, purposes: { analytics: false } });
  await expect(notice.permanentControl).toBeVisible();
  await notice.isSilent();
  expect(world.thirdParty.hits()).toEqual([]);
});

test('a page that has nothing to ask fetches the tag and no other file', async ({
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const before = world.widget.fetched().length;
  await visit();
  await expect(notice.permanentControl).toBeVisible();
  expect(world.widget.fetched().slice(before)).toEqual(['s9-consent.js']);
});

for (const answer of ['accept', 'reject'] as const) {
  test(`L-28 F-31 ${answer} counts for six months to the second, and then is asked again`, async ({
    page,
    visit,
    notice,
    records,
    state,
  }) => {
    const decidedAt = new Date('2026-01-15T10:00:00Z');
    await page.clock.install({ time: decidedAt });
    await visit();
    await notice.press(answer);
    await expect.poll(records).toHaveLength(1);
    const { expiresAt = 0 } = (await records())[0] ?? {};
    expect(new Date(expiresAt).toISOString().slice(0, 10)).toBe('2026-07-15');

    await page.clock.setFixedTime(expiresAt - 1000);
    await visit();
    await expect.poll(state).toMatchObject({ decided: true });
    await notice.isSilent();

    await page.clock.setFixedTime(expiresAt + 1000);
    await visit();
    expect(await state()).toMatchObject({ decided: false, purposes: { analytics: false } });
    await notice.asks();

    await expect.poll(records).toMatchObject([{}, { source: 'expired' }]);
    // F-31: a clock that is set back revives nothing.
    await page.clock.setFixedTime(decidedAt);
    await visit();
    expect(await state()).toMatchObject({ decided: false, purposes: { analytics: false } });
    await notice.asks();
  });
}

test('F-16 another tab that is open follows at once', async ({
  context,
  page,
  visit,
  notice,
  noticeOn,
  ran,
}) => {
  const second = await context.newPage();
  await visit();
  await visit('page.html', { page: second });
  await noticeOn(second).asks();
  await notice.asks();
  await noticeOn(second).accept();
  await expect.poll(ran).toEqual(['/stats.js']);
  await notice.isSilent();
  await page.close();
});
