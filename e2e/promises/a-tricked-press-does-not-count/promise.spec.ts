// A press on a control that was covered, invisible or has just moved is not a yes.
import { expect, test } from '../../support/fixture.ts';
import type { WithApi } from '../../support/public-api.ts';
import { FAIR, HARMLESS, lay, reached, TRICKS_BY_STYLE, unseen } from './tricks.ts';

/** Ways to get a real press that the person did not mean, set up in the page just before it. */
const TRICKS: Readonly<Record<string, (control: Element) => void>> = {
  'F-45 something lies over it that lets presses through': () => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
    cover.popover = 'manual';
    // Nobody is told of it there: what the page opens elsewhere goes under the notice.
    const component = document.body.appendChild(document.createElement('div'));
    component.attachShadow({ mode: 'open' }).append(cover);
    cover.showPopover();
  },
  'F-45 the notice is see-through': () => {
    document
      .querySelector<HTMLElement>('s9-consent')
      ?.style.setProperty('opacity', '0', 'important');
  },
  'F-45 the notice is filtered away': () => {
    document
      .querySelector<HTMLElement>('s9-consent')
      ?.style.setProperty('filter', 'contrast(1) opacity(0)', 'important');
  },
  'F-45 the notice is masked': () => {
    const { style } = document.querySelector('s9-consent') as HTMLElement;
    style.setProperty('display', 'block', 'important');
    style.setProperty('mask-image', 'linear-gradient(#0000, #0000)', 'important');
  },
  'F-45 the page is see-through': () => {
    document.documentElement.style.opacity = '0';
  },
  'F-45 it moves under the pointer that comes near @engine': (control) => {
    const layer = control.parentElement?.parentElement;
    const { left, top } = control.getBoundingClientRect();
    const come = ({ type, clientX, clientY }: PointerEvent): void => {
      // At the press once more: however late that is, what was pressed has just moved.
      const within = type === 'pointerdown' ? 14 : 10;
      const place = `${clientX - left - within}px ${clientY - top - within}px`;
      layer?.style.setProperty('translate', place, 'important');
    };
    for (const type of ['pointermove', 'pointerdown'] as const) addEventListener(type, come, true);
  },
};

for (const [trick, play] of Object.entries(TRICKS)) {
  test(`${trick}: the press does not grant`, async ({ page, visit, notice, records, world }) => {
    await visit();
    const accept = notice.control('accept');
    await notice.rest(accept);
    await accept.evaluate(play);
    const refused = page.evaluate(
      () =>
        new Promise<string>((told) =>
          document.addEventListener('s9:refused', ({ detail }) => told(detail.reason)),
        ),
    );
    const { x = 0, y = 0 } = (await accept.boundingBox()) ?? {};
    const isMover = trick.includes('moves');
    await page.mouse.click(x + 20, y + 10 - (isMover ? 80 : 0));
    expect(await refused).toBe('covered');
    await page.evaluate(() => fetch('/'));
    expect((await records()).filter(({ source }) => source === 'accept-all')).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('F-45 what nobody can see or read does not count, by whatever style the page does it @engine', async ({
  page,
  visit,
  notice,
  records,
  browserName,
}) => {
  test.setTimeout(600_000);
  await visit();
  const accept = notice.control('accept');
  await notice.rest(accept);
  const came: Record<string, unknown> = {};
  for (const [name, { isCover, ...trick }] of Object.entries(TRICKS_BY_STYLE)) {
    // Only Chromium has a witness of what cannot be hit.
    if (isCover && browserName !== 'chromium') continue;
    const takeOff = await page.evaluateHandle(lay, trick);
    if (isCover) await accept.evaluate(unseen);
    await notice.rest(accept);
    const outcome = page.evaluate(reached);
    const { x = 0, y = 0, width = 0, height = 0 } = (await accept.boundingBox()) ?? {};
    await page.mouse.click(x + width / 2, y + height / 2);
    came[name] = await outcome;
    await takeOff.evaluate((undo) => undo());
    await expect(page.getByRole('status')).toContainText('press again');
  }
  expect(Object.entries(came).filter(([, what]) => what !== 'covered')).toEqual([]);
  expect(await records()).toEqual([]);
});

for (const [name, trick] of Object.entries({ ...FAIR, ...HARMLESS })) {
  test(`F-45 ${name}: the press does count`, async ({ page, visit, notice }) => {
    await visit();
    await notice.asks();
    await page.evaluateHandle(lay, trick);
    const outcome = page.evaluate(reached);
    await notice.accept();
    expect(await outcome).toBe('change');
  });
}

test('F-45 whoever pressed what was covered is told, and finds it on top', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.rest(notice.control('accept'));
  await page.evaluate(() => {
    const layer = document.createElement('div');
    layer.popover = 'manual';
    layer.style.cssText =
      'position:fixed;inset:0;width:auto;height:auto;border:0;background:none;pointer-events:none';
    const component = document.body.appendChild(document.createElement('div'));
    component.attachShadow({ mode: 'open' }).append(layer);
    layer.showPopover();
  });
  await notice.control('accept').click();
  await expect(page.getByRole('status')).toContainText('press again');
  // At once, as the second half of a double press, it is none yet.
  await notice.control('accept').evaluate((control) => control.getBoundingClientRect());
  expect(await records()).toEqual([]);
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});

test('F-45 a press on a control that rested in view does count', async ({
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});

test('F-45 in a page of another site nothing is asked, and nothing can be granted', async ({
  page,
  visit,
  law,
  world,
}) => {
  await visit();
  world.host.put('/lure', `<iframe src="${world.host.origin}/" width="900" height="700"></iframe>`);
  const lure = new URL('/lure', world.host.origin);
  lure.hostname = 'lure.localhost';
  law.allow('early', /lure\.localhost/);
  await page.goto(lure.href);
  const inside = page.frames()[1];
  await inside?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    await consent.open('banner');
  });
  const framed = page.frameLocator('iframe');
  await expect(framed.locator('[data-action=accept]')).toHaveCount(0);
  await inside?.evaluate(() =>
    (globalThis as unknown as WithApi).social9.consent.open('preferences'),
  );
  await framed.locator('[data-action=accept]').click();
  await expect(framed.locator('[data-action=accept]')).toBeVisible();
  await framed.locator('[data-action=reject]').click();
  await expect(framed.locator('[data-action=accept]')).toHaveCount(0);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('F-45 nor between two pages of the site, with one of another site around the inner one', async ({
  page,
  visit,
  law,
  world,
}) => {
  await visit();
  const between = new URL('/between', world.host.origin);
  between.hostname = 'lure.localhost';
  world.host.put(
    '/between',
    `<iframe src="${world.host.origin}/" width="900" height="700"></iframe>`,
  );
  world.host.put('/outer', `<iframe src="${between.href}" width="950" height="750"></iframe>`);
  law.allow('early', /lure\.localhost/);
  await page.goto(`${world.host.origin}/outer`);
  const inside = page.frameLocator('iframe').frameLocator('iframe');
  await expect(inside.locator('h1')).toBeVisible();
  const frame = page.frames().at(-1);
  await frame?.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    await consent.open('preferences');
  });
  const outcome = frame?.evaluate(reached);
  await inside.locator('[data-action=accept]').click();
  expect(await outcome).toBe('framed');
  expect(
    await frame?.evaluate(() => (globalThis as unknown as WithApi).social9.consent.state.decided),
  ).toBe(false);
});
