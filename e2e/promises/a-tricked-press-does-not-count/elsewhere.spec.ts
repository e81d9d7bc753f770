// A press that began somewhere else is no press on a control, wherever a page sends the click.
import { expect, test } from '../../support/fixture.ts';
import { reached } from './tricks.ts';

/** Runs in the page, with the control: what is pressed then is at the top of the page. */
const DETOURS: Readonly<Record<string, (control: Element) => void>> = {
  'on a label that the page has put beside it': (control) => {
    control.id = 'yes';
    const label = document.createElement('label');
    label.htmlFor = 'yes';
    label.style.cssText = 'position:fixed;left:0;top:0;width:300px;height:99px';
    control.after(label);
  },
  'on words, the pointer captured for it': (control) => {
    addEventListener('pointerdown', ({ pointerId }) => control.setPointerCapture(pointerId));
  },
};

for (const [where, take] of Object.entries(DETOURS)) {
  test(`F-45 a press ${where} does not grant @engine`, async ({ page, visit, notice, records }) => {
    await visit();
    const accept = notice.control('accept');
    await notice.rest(accept);
    await accept.evaluate(take);
    const outcome = page.evaluate(reached);
    await page.mouse.click(50, 50);
    // Where the browser itself sends no such click, nothing was pressed.
    await notice.press('reject');
    expect(await outcome).toMatch(/covered|change/);
    await expect.poll(records).toMatchObject([{ source: 'reject-all' }]);
  });
}

test('F-45 Enter pressed in a field, the focus moved meanwhile: neither it nor what it repeats grants @engine', async ({
  page,
  visit,
  notice,
  records,
}) => {
  await visit();
  const accept = notice.control('accept');
  await notice.rest(accept);
  await accept.evaluate((control) => {
    const field = document.body.appendChild(document.createElement('input'));
    field.addEventListener('keydown', () => (control as HTMLElement).focus());
    field.focus();
  });
  const outcome = page.evaluate(reached);
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(await outcome).toBe('covered');
  // Pressed anew it is meant.
  await notice.accept();
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }]);
});
