// Where a frame is held, a placeholder of its size says who would receive what, and offers two ways on.
import { expect, test } from '../../support/fixture.ts';

const FRAMES = ['#first', '#second', '#third'];

test('L-22 it names the recipient and what it receives @engine', async ({ visit, notice }) => {
  await visit();
  await expect(notice.placeholderIn('#first')).toContainText(
    'First videoYouTube (Google) will receive: ',
  );
  await expect(notice.placeholderIn('#third')).toContainText('A filmFilm House will receive: ');
  for (const frame of FRAMES) await expect(notice.placeholderIn(frame)).toContainText('IP address');
});

test('L-22 it names a host that nobody declared, and then offers no “always allow”', async ({
  visit,
  notice,
}) => {
  await visit('undeclared.html');
  const placeholder = notice.placeholderIn('#first');
  await expect(placeholder).toContainText(
    'player.vimeo.com will receive at least: IP, browser, and pages. This site has not declared player.vimeo.com.',
  );
  await expect(placeholder).not.toContainText('Google');
  await expect(notice.controlIn('#first', 'load-once')).toBeVisible();
  await expect(notice.controlIn('#first', 'always-allow')).toHaveCount(0);
});

test('the page and its frames stay as they were written', async ({ page, visit, notice }) => {
  await visit();
  for (const frame of FRAMES) await expect(notice.placeholderIn(frame)).toBeVisible();
  const [now, written] = await page.evaluate(async () => {
    const source = await (await fetch(location.href)).text();
    const asWritten = new DOMParser().parseFromString(source, 'text/html');
    return [document, asWritten].map(({ body }) =>
      Array.from(body.querySelectorAll(':scope > :not(s9-consent)'), (each) => each.outerHTML),
    );
  });
  expect(now).toEqual(written);
});

test('it fills its frame, wherever that goes', async ({ page, visit, notice }) => {
  await visit();
  await notice.reject();
  const frame = page.locator('#first');
  const lies = () =>
    notice.placeholderIn('#first').evaluate((inner) => {
      const { x, y, width, height } = inner.getBoundingClientRect();
      return [x, y, width, height];
    });
  await expect.poll(lies).toEqual([0, 0, 480, 320]);
  await frame.evaluate((each: HTMLElement) => {
    each.style.cssText = 'position: absolute; left: 300px; top: 90px; width: 360px; height: 200px';
  });
  await expect.poll(lies).toEqual([0, 0, 360, 200]);
  await page.evaluate(() => document.body.append(document.querySelector('#first') as Element));
  await expect.poll(lies).toEqual([0, 0, 360, 200]);
});

test('"load once" loads this frame, records nothing, and is forgotten @engine', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('load-once', notice.controlIn('#first', 'load-once'));
  await expect(page.frameLocator('#first').getByText('Frame of a third party')).toBeVisible();
  await expect(notice.placeholderIn('#second')).toBeVisible();
  expect(world.thirdParty.hits()).toEqual(['/first.html']);
  expect(await records()).toEqual([]);
  await page.reload();
  for (const frame of FRAMES) await expect(notice.placeholderIn(frame)).toBeVisible();
  expect(world.thirdParty.hits()).toEqual(['/first.html']);
});

test('L-20 "always allow" records one service, and every frame of it loads', async ({
  page,
  visit,
  notice,
  records,
  world,
}) => {
  await visit();
  await notice.press('always-allow', notice.controlIn('#first', 'always-allow'));
  await expect(page.frameLocator('#second').getByText('Frame of a third party')).toBeVisible();
  await expect(notice.placeholderIn('#third')).toBeVisible();
  await expect
    .poll(() => world.thirdParty.hits().toSorted())
    .toEqual(['/first.html', '/second.html']);
  await expect.poll(records).toMatchObject([
    {
      services: { youtube: true, films: false },
      purposes: { analytics: false, social: false },
    },
  ]);
  await page.reload();
  await expect(page.frameLocator('#first').getByText('Frame of a third party')).toBeVisible();
  await expect(page.locator('#third')).not.toHaveAttribute('src', /third/);
});

test('a press on it is none on the card around it, nor a key of the page', async ({
  page,
  visit,
  notice,
}) => {
  await visit();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('click', () => heard.push('click'), true);
    document.addEventListener('keydown', () => heard.push('keydown'), true);
  });
  const choose = notice.controlIn('#first', 'choose');
  await choose.focus();
  await choose.press('Enter');
  await expect(notice.panel).toBeVisible();
  expect(await page.evaluate(() => (globalThis as { heard?: string[] }).heard)).toEqual([]);
});

test('F-45 a press on a frame that the page has covered does not count, and the page is told', async ({
  page,
  visit,
  notice,
  world,
}) => {
  await visit();
  await notice.reject();
  await page.evaluate(() => {
    const refused: unknown[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('s9:refused', (told) => refused.push((told as CustomEvent).detail));
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:#fff;pointer-events:none';
    document.body.append(cover);
  });
  const control = notice.controlIn('#first', 'load-once');
  await notice.rest(control);
  await control.click();
  await expect
    .poll(() => page.evaluate(() => (globalThis as { refused?: unknown[] }).refused))
    .toEqual([{ action: 'load-once', reason: 'covered' }]);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-43 a script can press neither', async ({ page, visit, notice, records, world }) => {
  await visit();
  for (const action of ['load-once', 'always-allow'] as const) {
    await notice.controlIn('#first', action).evaluate((control: HTMLElement) => control.click());
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
  await notice.press('load-once', notice.controlIn('#third', 'load-once'));
  await expect(page.frameLocator('#third').getByText('Frame of a third party')).toBeVisible();
  await expect.poll(records).toHaveLength(1);
});

test.describe('over a frame that nobody can draw in', () => {
  const placeholder = 's9-cover .placeholder';

  test('it lies where that lies, and works @engine', async ({ page, visit, notice, world }) => {
    await visit('sandboxed.html');
    await notice.reject();
    const cover = page.locator(placeholder);
    await expect(cover).toContainText('YouTube (Google) will receive: ');
    const lies = async () => {
      const [outer, inner] = [
        await page.locator('#first').boundingBox(),
        await cover.boundingBox(),
      ];
      return outer && inner && [inner.x - outer.x, inner.y - outer.y, inner.width, inner.height];
    };
    await expect.poll(lies).toEqual([0, 0, 484, 324]);
    await page.locator('#box').evaluate((box) => box.scrollBy(0, 40));
    await expect.poll(lies).toEqual([0, 0, 484, 324]);
    await notice.press('load-once', cover.locator('[data-action=load-once]'));
    await expect.poll(world.thirdParty.hits).toEqual(['/first.html']);
    await expect(page.locator('s9-cover')).toHaveCount(0);
  });

  test('so it does in a page that is in a sandbox itself, and shares its origin with no frame', async ({
    page,
    visit,
    notice,
    world,
  }) => {
    await visit(
      '<iframe data-consent="social" data-src="{{third-party}}/first.html" width="480" height="320" title="A film"></iframe>',
      { headers: { 'content-security-policy': 'sandbox allow-scripts' } },
    );
    await notice.reject();
    await notice.press('load-once', page.locator(placeholder).locator('[data-action=load-once]'));
    await expect.poll(world.thirdParty.hits).toEqual(['/first.html']);
  });

  test('it hides where the page lies over the frame', async ({ page, visit, notice }) => {
    await visit('sandboxed.html');
    await notice.reject();
    await expect(page.locator(placeholder)).toBeVisible();
    await page.evaluate(() => {
      const menu = document.createElement('div');
      menu.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:1';
      document.body.append(menu);
    });
    await expect(page.locator(placeholder)).toBeHidden();
  });
});
