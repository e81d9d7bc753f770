// A press on a control that was covered, invisible or has just moved is not a yes.
import { expect, test } from '../../support/fixture.ts';

/** Ways to get a real press that the person did not mean, set up in the page just before it. */
const TRICKS: Readonly<Record<string, (control: Element) => void>> = {
  'F-45 something lies over the control': () => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
    cover.popover = 'manual';
    document.body.append(cover);
    cover.showPopover();
  },
  'F-45 the notice is see-through': () => {
    document
      .querySelector<HTMLElement>('s9-consent')
      ?.style.setProperty('opacity', '0', 'important');
  },
  'F-45 the page is see-through': () => {
    document.documentElement.style.opacity = '0';
  },
  'F-45 the control has just moved under the pointer': (control) => {
    const host = document.querySelector<HTMLElement>('s9-consent');
    if (host) host.style.setProperty('translate', '0 -60px', 'important');
    control.getBoundingClientRect();
  },
};

for (const [trick, play] of Object.entries(TRICKS)) {
  test(`${trick}: the press does not grant`, async ({ page, visit, notice, records, world }) => {
    await visit();
    const accept = notice.control('accept');
    await notice.rest(accept);
    await accept.evaluate(play);
    const box = await accept.boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await page.evaluate(() => fetch('/'));
    expect((await records()).filter(({ source }) => source === 'accept-all')).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}
