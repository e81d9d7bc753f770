// What of the page comes to stand over the banner, and that it comes on top again: or stays under, where it would block.
import { afterEach, expect, test } from 'vitest';
import { control, find, open, press, root } from './fakes.ts';

const made: Element[] = [];

/** Over all of the window, as the page put it there. */
function covered<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K] {
  const cover = document.body.appendChild(document.createElement(name));
  cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;max-width:none';
  made.push(cover);
  return cover;
}

/** What is on top where the button to refuse stands. */
function onTop(): Element | null {
  const { left, top, width, height } = control('reject').getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2);
}

afterEach(() => {
  for (const each of made.splice(0)) each.remove();
});

test.each(['auto', 'manual'])('L-30 F-38 a popover=%s of the page goes under it', async (kind) => {
  open();
  const cover = covered('div');
  cover.popover = kind;
  cover.showPopover();
  expect(onTop()).toBe(cover);
  await expect.poll(onTop).toBe(root.host);
  expect(cover.matches(':popover-open'), 'and stays open').toBe(true);
  await press('reject');
});

test('2.4.3 what has the focus in it keeps it, and what was opened stays open', async () => {
  open();
  find<HTMLDetailsElement>('details').open = true;
  control('choose').focus();
  const before = control('choose');
  const cover = covered('div');
  cover.popover = 'manual';
  cover.showPopover();
  await expect.poll(onTop).toBe(root.host);
  expect(root.activeElement).toBe(control('choose'));
  expect(control('choose'), 'F-45 it has to rest once more').not.toBe(before);
  expect(find<HTMLDetailsElement>('details').open).toBe(true);
});

test('2.4.3 so does a row, and the link', async () => {
  open();
  for (const selector of ['summary', '#lead a']) {
    find(selector).focus();
    const before = find(selector);
    const cover = covered('div');
    cover.popover = 'manual';
    cover.showPopover();
    await expect.poll(() => find(selector)).not.toBe(before);
    expect(root.activeElement).toBe(find(selector));
  }
});

test('L-30 a modal dialog of the page stays above it, with its own popovers, until it is closed', async () => {
  open();
  const dialog = covered('dialog');
  dialog.showModal();
  const menu = dialog.appendChild(document.createElement('div'));
  menu.popover = 'auto';
  const isTold = new Promise((resolve) => menu.addEventListener('toggle', resolve));
  menu.showPopover();
  await isTold;
  expect(onTop()).not.toBe(root.host);
  dialog.close();
  await expect.poll(onTop).toBe(root.host);
});

test('F-38 two that both want to be on top do not fight without end', async () => {
  open();
  const cover = covered('div');
  cover.popover = 'manual';
  let times = 0;
  // The other one does as ours does.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target === cover || ++times > 50) return;
      cover.hidePopover();
      cover.showPopover();
    },
    true,
  );
  cover.showPopover();
  await expect.poll(onTop).toBe(root.host);
  expect(times).toBeLessThan(50);
});
