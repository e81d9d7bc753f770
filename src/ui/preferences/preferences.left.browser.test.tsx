// Leaving the preferences with switches turned and not saved: said once, in place, and then nobody is held.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { answers, dialog, find, openPanel, press, root, switchOf, views } from '../fakes.ts';

beforeEach(() => page.viewport(1280, 800));

const turn = (id: string) => userEvent.click(page.elementLocator(switchOf(id)));
const said = () => find('dialog [role=status]').textContent;

const WAYS = [
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['the cross', () => press('close')],
] as const;

test.for(WAYS)(
  'L-11 4.1.3 what was turned and not saved is said on leaving by %s, and the second time leaves',
  async ([, leave]) => {
    await openPanel();
    await turn('analytics');
    await leave();
    expect(said()).toBe(
      'Not saved yet. “Save” keeps what you switched; close again to leave it as it was.',
    );
    expect(switchOf('analytics').checked).toBe(true);
    expect(root.activeElement?.closest('dialog')).toBe(dialog());
    await leave();
    await expect.poll(dialog).toBeNull();
    expect(answers).toEqual([]);
    await openPanel();
    expect(switchOf('analytics').checked).toBe(false);
    expect(said()).toBe('');
  },
);

test.for(WAYS)('where nothing is turned, or all was turned back, %s leaves', async ([, leave]) => {
  await openPanel();
  await leave();
  await expect.poll(dialog).toBeNull();
  await openPanel();
  await turn('analytics');
  await turn('analytics');
  await leave();
  await expect.poll(dialog).toBeNull();
});

test('it is said once: who turns more after that is not held, and reads it no longer', async () => {
  await openPanel();
  await turn('analytics');
  await press('close');
  await turn('social');
  expect(said()).toBe('');
  await press('close');
  await expect.poll(dialog).toBeNull();
});

test('on the way to “Your data” too', async () => {
  await openPanel();
  await turn('analytics');
  await press('data');
  expect(said()).toContain('Not saved yet');
  expect(views.at(-1)).toBe('preferences');
  await press('data');
  await expect.poll(() => views.at(-1)).toBe('data');
});

test('L-20 after that Save keeps exactly what was turned', async () => {
  await openPanel();
  await turn('analytics');
  await press('close');
  await press('save');
  expect(answers).toMatchObject([
    { source: 'custom', purposes: { analytics: true, social: false } },
  ]);
});
