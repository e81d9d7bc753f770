// The preferences can be reached and left: the focus, what lies over them, small windows, large fingers.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { grantsBy } from '../../core/choice/choice.ts';
import {
  control,
  dialog,
  find,
  judged,
  open,
  openPanel,
  policy,
  press,
  root,
  views,
} from '../fakes.ts';

beforeEach(() => page.viewport(1280, 800));

test('2.4.3 focus goes to the dialog’s heading and back to what opened it', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  await openPanel({ state: { decided: true }, pending: [] });
  expect(root.activeElement?.localName).toBe('h2');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.remove();
});

test('leaving the preferences leads back to the banner it came from', async () => {
  open();
  await press('choose');
  await expect.poll(dialog).not.toBeNull();
  expect(find('.notice')).toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => root.activeElement).toBe(control('choose'));
  expect(views.slice(-2)).toEqual(['preferences', 'banner']);
});

test('where no dialog can be modal the preferences open all the same', async () => {
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = () => {
    throw new DOMException('not here', 'InvalidStateError');
  };
  await openPanel();
  HTMLDialogElement.prototype.showModal = showModal;
  expect(dialog().open).toBe(true);
});

test('F-45 whoever pressed what was covered finds the preferences on top, and the focus where it was', async () => {
  await openPanel();
  const layer = document.body.appendChild(document.createElement('div'));
  layer.popover = 'manual';
  layer.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;pointer-events:none';
  layer.showPopover();
  judged.isFair = () => false;
  const accept = dialog().querySelector('[data-action=accept]') as HTMLElement;
  await userEvent.click(page.elementLocator(accept));
  expect(dialog().textContent).toContain('Please press again');
  layer.style.pointerEvents = 'auto';
  const { x, y } = accept.getBoundingClientRect();
  expect(document.elementFromPoint(x + 9, y + 9)).toBe(root.host);
  expect(root.activeElement).toBe(accept);
  layer.remove();
});

test.each([
  [390, 844],
  [320, 256],
  [844, 390],
  [1280, 800],
])('2.5.5 at %i × %i all that can be pressed has 44 px, and nothing runs out', async (...size) => {
  await page.viewport(...size);
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  for (const each of root.querySelectorAll('details')) each.open = true;
  const { left, right, bottom } = dialog().getBoundingClientRect();
  for (const each of root.querySelectorAll('dialog *')) {
    const box = each.getBoundingClientRect();
    expect(box.left, each.outerHTML).toBeGreaterThanOrEqual(left);
    expect(box.right, each.outerHTML).toBeLessThanOrEqual(right);
  }
  for (const each of root.querySelectorAll('dialog :is(button, input, summary)')) {
    const { width, height } = each.getBoundingClientRect();
    expect(Math.min(width, height), each.outerHTML).toBeGreaterThanOrEqual(44);
  }
  expect(bottom).toBeLessThanOrEqual(size[1]);
});

test('1.4.10 at 400 % zoom all of the sheet scrolls, the answers with it', async () => {
  await page.viewport(320, 256);
  await openPanel();
  const sheet = find('.sheet');
  expect(sheet.scrollHeight).toBeGreaterThan(sheet.clientHeight);
  for (const each of sheet.querySelectorAll('*')) {
    expect(getComputedStyle(each).position).not.toMatch(/sticky|fixed/);
  }
});

test.each([
  [390, 844],
  [360, 640],
])(
  'L-20 at %i × %i Save is in sight from the beginning, and nothing is hidden behind it',
  async (...size) => {
    await page.viewport(...size);
    await openPanel();
    const sheet = find('.sheet');
    const save = () => control('save').getBoundingClientRect();
    expect(sheet.scrollHeight).toBeGreaterThan(sheet.clientHeight);
    expect(save().bottom).toBeLessThanOrEqual(size[1]);
    const actions = find('.modal .actions');
    for (const each of sheet.querySelectorAll<HTMLElement>('.body :is(button, input, summary)')) {
      each.focus();
      // What is folded away has none.
      if (root.activeElement !== each) continue;
      const { bottom } = each.getBoundingClientRect();
      expect(bottom, each.outerHTML).toBeLessThanOrEqual(actions.getBoundingClientRect().top);
    }
    sheet.scrollTop = sheet.scrollHeight;
    expect(find('.body').getBoundingClientRect().bottom).toBeLessThanOrEqual(
      actions.getBoundingClientRect().top + 1,
    );
  },
);

test('1.4.4 of a purpose in large letters no word is broken for what stands beside it', async () => {
  await page.viewport(360, 640);
  root.host.setAttribute('style', '--s9-text-size:1.5em');
  await openPanel();
  const label = find<HTMLLabelElement>('.switch label').firstChild as Text;
  const range = new Range();
  range.setStart(label, 0);
  range.setEnd(label, label.data.indexOf(' '));
  expect(range.getClientRects()).toHaveLength(1);
});
