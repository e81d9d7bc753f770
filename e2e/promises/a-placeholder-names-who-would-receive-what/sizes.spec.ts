// A placeholder takes the form that its frame has room for, and loses nothing by it: the smallest leads to the whole.
import type { Locator, Page } from 'playwright/test';
import { expect, test } from '../../support/fixture.ts';

const frame = (id: string, width: number, height: number, more = '') =>
  `<iframe id="${id}" data-consent="service:youtube" data-src="{{third-party}}/${id}.html" width="${width}" height="${height}" style="border:0" title="First video" ${more}></iframe>`;

const page = (
  frames: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example Shop</title>
<script type="application/json" data-s9-config>{ "policy": { "purposes": [{ "id": "social", "services": [
  { "id": "youtube", "name": "YouTube (Google)", "hosts": ["video.localhost:{{third-party-port}}"], "data": ["ip", "browser"] }
] }] } }</script>{{tag}}</head><body><main><h1>Example Shop</h1>${frames}</main></body></html>`;

const FORMS = [
  [560, 315, ['h2', 'p', 'load-once', 'always-allow', 'choose']],
  [700, 150, ['h2', 'p', 'load-once', 'always-allow', 'choose']],
  [300, 160, ['h2', 'p', 'load-once', 'always-allow']],
  [100, 100, ['open']],
  [60, 44, ['open']],
  [24, 24, ['open']],
] as const;

/** What is to be seen whole of a placeholder, and the least side of what can be pressed. */
const formOf = (placeholder: Locator) =>
  placeholder.evaluate((host) => {
    const seen = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('h2,p,button') ?? [])].filter(
      (each) => {
        const { left, top, right, bottom } = each.getBoundingClientRect();
        const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return each.checkVisibility() && isInside;
      },
    );
    const sides = seen
      .filter(({ localName }) => localName === 'button')
      .flatMap((each) => [each.offsetWidth, each.offsetHeight]);
    return [seen.map((each) => each.dataset['action'] ?? each.localName), Math.min(44, ...sides)];
  });

const hostIn = (at: Page, id: string) =>
  at.locator(`#${id}`).contentFrame().locator('s9-placeholder');

/** What has the focus, through shadow roots and documents of our own. */
const focused = (at: Page): Promise<string> =>
  at.evaluate(() => {
    const within = (element: Element | null): Element | null => {
      const inner =
        element?.shadowRoot?.activeElement ??
        (element as HTMLIFrameElement | null)?.contentDocument?.activeElement;
      return inner ? within(inner) : element;
    };
    const { dataset, localName } = within(document.activeElement) as HTMLElement;
    return dataset['action'] ?? localName;
  });

test('each size has its form, whole, with targets of 44 px or all there is @engine', async ({
  page: at,
  visit,
  notice,
}) => {
  await visit(page(FORMS.map(([width, height]) => frame(`f${width}`, width, height)).join('')));
  await notice.reject();
  for (const [width, height, form] of FORMS) {
    const least = Math.min(width, height, 44);
    await expect.poll(() => formOf(hostIn(at, `f${width}`))).toEqual([form, least]);
  }
});

test('L-22 the control of a small frame says who would receive what, and loads once', async ({
  page: at,
  visit,
  notice,
  world,
}) => {
  await visit(page(frame('small', 100, 100)));
  await notice.reject();
  await hostIn(at, 'small').locator('[data-action=open]').click();
  const dialog = at.locator('s9-cover dialog');
  await expect(dialog).toContainText('First videoYouTube (Google) will receive: IP and browser');
  await notice.press('load-once', dialog.locator('[data-action=load-once]'));
  await expect.poll(world.thirdParty.hits).toEqual(['/small.html']);
  await expect(dialog).toHaveCount(0);
});

test('2.1.1 by keyboard alone: into it, out of it, and always', async ({
  page: at,
  visit,
  notice,
  law,
  records,
  world,
}) => {
  await visit(page(frame('small', 60, 44)));
  await notice.reject();
  await expect.poll(records).toHaveLength(1);
  const open = hostIn(at, 'small').locator('[data-action=open]');
  await open.focus();
  await at.keyboard.press('Enter');
  const dialog = at.locator('s9-cover dialog');
  await expect(dialog).toBeVisible();
  await at.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => focused(at)).toBe('open');
  await at.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await at.keyboard.press('Tab');
  await at.keyboard.press('Tab');
  await expect.poll(() => focused(at)).toBe('always-allow');
  expect(world.thirdParty.hits()).toEqual([]);
  law.aboutToGrant();
  await at.keyboard.press('Enter');
  await expect.poll(world.thirdParty.hits).toEqual(['/small.html']);
  await expect
    .poll(records)
    .toMatchObject([{}, { services: { youtube: true }, input: 'keyboard' }]);
});

test('L-22 a picture comes from the site itself, and from nobody else', async ({
  page: at,
  visit,
  notice,
  world,
}) => {
  const warnings: string[] = [];
  at.on('console', (message) => void warnings.push(message.text()));
  world.host.put('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', {
    'content-type': 'image/svg+xml',
  });
  const theirs = '{{third-party}}/picture.svg';
  await visit(
    page(
      frame('own', 400, 300, 'data-consent-picture="/picture.svg"') +
        frame('theirs', 400, 300, `data-consent-picture="${theirs}"`),
    ),
  );
  await notice.reject();
  const picture = hostIn(at, 'own').locator('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(9);
  await expect(hostIn(at, 'own').locator('h2')).toBeVisible();
  await expect
    .poll(() => warnings.join('\n'))
    .toMatch(/data-consent-picture="http[^"]*\/picture.svg" is not shown/);
  await expect(hostIn(at, 'theirs').locator('img')).toHaveCount(0);
  await expect(hostIn(at, 'theirs').locator('h2')).toBeVisible();
  expect(world.thirdParty.hits()).toEqual([]);
});
