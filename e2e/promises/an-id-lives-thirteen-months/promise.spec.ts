// The id that links the records of one browser ends after thirteen months, however often it was used.
import { expect, test } from '../../support/fixture.ts';

const FIRST = new Date('2026-01-15T10:00:00Z');

test('L-29 it stays for thirteen months to the second, and no new answer moves that end', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await page.clock.install({ time: FIRST });
  await visit();
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const ids = async () => (await records()).map(({ subjectId }) => subjectId);
  const [id] = await ids();
  const end = new Date((await records())[0]?.decidedAt ?? 0);
  end.setUTCMonth(end.getUTCMonth() + 13);
  expect(end.toISOString().slice(0, 10)).toBe('2027-02-15');

  // Each time before the answer runs out, so that it is renewed and not asked for.
  const renewals = [Date.UTC(2026, 6, 10), Date.UTC(2027, 0, 5), end.getTime() - 1000];
  for (const [index, at] of renewals.entries()) {
    await page.clock.setFixedTime(at);
    await visit();
    await notice.permanentControl.click();
    await notice.press('reject');
    await expect.poll(records).toHaveLength(index + 2);
    expect(await ids(), `renewal ${index}`).toEqual(Array(index + 2).fill(id));
    const [before, newest] = (await records()).slice(-2);
    expect(newest?.previous).toBe(before?.['hash']);
  }

  await page.clock.setFixedTime(end);
  await visit();
  await notice.permanentControl.click();
  await notice.press('reject');
  await expect.poll(records).toHaveLength(5);
  const newest = (await records()).at(-1);
  expect(newest?.previous).toBeNull();
  expect(newest?.['subjectId']).toMatch(/^[\da-f-]{36}$/);
  expect(newest?.['subjectId']).not.toBe(id);
});

test('L-29 an answer after more than thirteen months is tied to nothing before it', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await page.clock.install({ time: FIRST });
  await visit();
  await notice.accept();
  await expect.poll(records).toHaveLength(1);
  await page.clock.setFixedTime('2027-02-16T10:00:00Z');
  await visit();
  await notice.asks();
  await expect.poll(records).toMatchObject([{}, { source: 'expired' }]);
  await notice.reject();
  await expect.poll(records).toHaveLength(3);
  const [first, expired, newest] = await records();
  expect(expired?.previous).toBeNull();
  expect(newest).toMatchObject({ subjectId: expired?.['subjectId'], previous: expired?.['hash'] });
  const later = JSON.stringify([expired, newest]);
  expect(later).not.toContain(first?.['subjectId']);
  expect(later).not.toContain(first?.['hash']);
  expect(later).not.toContain(first?.recordId);
});
