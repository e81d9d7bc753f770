// A press on a control that was covered, invisible or has just moved is not a yes.
import { expect, test } from '../../support/fixture.ts';

/** Ways to get a real press that the person did not mean, set up in the page just before it. */
const TRICKS: Readonly<Record<string, (control: Element) => void>> = {
  'F-45 something lies over it that lets presses through': () => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
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
  'F-45 it moves under the pointer that comes near': (control) => {
    const layer = control.parentElement?.parentElement;
    addEventListener(
      'pointermove',
      () => layer?.style.setProperty('translate', '0 -80px', 'important'),
      {
        once: true,
      },
    );
  },
};

for (const [trick, play] of Object.entries(TRICKS)) {
  test(`${trick}: the press does not grant`, async ({ page, visit, notice, records, world }) => {
    await visit();
    const accept = notice.control('accept');
    await notice.rest(accept);
    await accept.evaluate(play);
    const { x = 0, y = 0 } = (await accept.boundingBox()) ?? {};
    const isMover = trick.includes('moves');
    await page.mouse.click(x + 20, y + 10 - (isMover ? 80 : 0));
    if (isMover) expect((await accept.boundingBox())?.y).toBe(y - 80);
    await page.evaluate(() => fetch('/'));
    expect((await records()).filter(({ source }) => source === 'accept-all')).toEqual([]);
    expect(world.thirdParty.hits()).toEqual([]);
  });
}

test('F-45 a press on a control that rested in view does count', async ({
  visit,
  notice,
  records,
}) => {
  await visit();
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});
