// After a yes that could not be recorded: it is said, and whoever gave it stands where they pressed.
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ask, control, dialog, find, open, openPanel, press, root, switchOf } from './fakes.ts';

/** The rules put the question once more. */
function askAgain(): void {
  ask.show('banner');
  ask.showUnkept();
}

test('2.4.3 the focus is back on the answer that was pressed', async () => {
  open();
  await press('accept');
  expect(document.activeElement).toBe(document.body);
  askAgain();
  expect(find('[role=status]').textContent).toContain('Not saved');
  expect(root.activeElement).toBe(control('accept'));
});

test('2.4.3 of what was saved on the preferences it is on the way back there', async () => {
  open();
  await press('choose');
  await expect.poll(dialog).not.toBeNull();
  switchOf('analytics').focus();
  await userEvent.keyboard(' ');
  await press('save');
  askAgain();
  expect(root.activeElement).toBe(control('choose'));
});

test('2.4.3 whoever has gone on in the page stays there', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await openPanel();
  switchOf('analytics').focus();
  await userEvent.keyboard(' ');
  await press('save');
  expect(document.activeElement).toBe(field);
  askAgain();
  expect(document.activeElement).toBe(field);
  field.remove();
});
