// Where a frame is held, a placeholder of its size says who would receive what, and offers two ways on.
import { expect, test } from '../../support/fixture.ts';

test('L-22 it names the recipient and what it receives', async ({ visit, notice }) => {
  await visit();
  await expect(notice.control('load-once')).toHaveCount(3);
  const texts = await notice
    .control('load-once')
    .evaluateAll((controls) =>
      controls.map((each) => each.parentElement?.parentElement?.textContent ?? ''),
    );
  expect(texts[0]).toMatch(/YouTube/);
  expect(texts[2]).toMatch(/Facebook/);
  for (const text of texts) expect(text).toMatch(/IP address/i);
});

test('it stands where the frame stands, at the size of the frame', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await notice.reject();
  for (const [index, id] of ['first', 'second', 'third'].entries()) {
    const frame = page.locator(`#${id}`);
    await frame.scrollIntoViewIfNeeded();
    const place = await frame.boundingBox();
    expect(place).toMatchObject({ width: 484, height: 324 });
    const control = notice.control('load-once').nth(index);
    await control.scrollIntoViewIfNeeded();
    const inside = await control.boundingBox();
    const now = await frame.boundingBox();
    if (!inside || !now) throw new Error('the placeholder is not drawn');
    expect(inside.x).toBeGreaterThanOrEqual(now.x);
    expect(inside.y).toBeGreaterThanOrEqual(now.y);
    expect(inside.x + inside.width).toBeLessThanOrEqual(now.x + now.width);
    expect(inside.y + inside.height).toBeLessThanOrEqual(now.y + now.height);
  }
});

test('"load once" loads this frame, records nothing, and is forgotten', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('load-once', notice.control('load-once').nth(0));
  await expect(page.frameLocator('#first').getByText('Frame of a third party')).toBeVisible();
  await expect(notice.control('load-once')).toHaveCount(2);
  expect(world.thirdParty.hits()).toEqual(['/first.html']);
  expect(await records()).toEqual([]);
  await page.reload();
  await expect(notice.control('load-once')).toHaveCount(3);
  expect(world.thirdParty.hits()).toEqual(['/first.html']);
});

test('"always allow" records one service, and every frame of it loads', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('always-allow', notice.control('always-allow').nth(0));
  await expect(page.frameLocator('#second').getByText('Frame of a third party')).toBeVisible();
  await expect(notice.control('load-once')).toHaveCount(1);
  expect(world.thirdParty.hits().toSorted()).toEqual(['/first.html', '/second.html']);
  await expect.poll(records).toMatchObject([
    {
      services: { youtube: true, facebook: false },
      purposes: { analytics: false, social: false },
    },
  ]);
  await page.reload();
  await expect(page.frameLocator('#first').getByText('Frame of a third party')).toBeVisible();
  await expect(page.locator('#third')).not.toHaveAttribute('src', /third/);
});

test('F-43 a script can press neither', async ({ page, visit, notice, records, world }) => {
  await visit();
  await expect(notice.control('load-once')).toHaveCount(3);
  for (const action of ['load-once', 'always-allow'] as const) {
    await notice
      .control(action)
      .first()
      .evaluate((control: HTMLElement) => control.click());
  }
  await page.evaluate(() => fetch('/'));
  expect(world.thirdParty.hits()).toEqual([]);
  expect(await records()).toEqual([]);
});

test('after a no the placeholder still offers the frame', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.reject();
  await notice.press('load-once', notice.control('load-once').nth(2));
  await expect(page.frameLocator('#third').getByText('Frame of a third party')).toBeVisible();
  expect(await records()).toHaveLength(1);
});
