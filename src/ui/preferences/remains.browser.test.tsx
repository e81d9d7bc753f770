// After a withdrawal: what remains is said, and no more.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ask, find, open, root } from '../fakes.ts';

test('L-19 what remains is said without taking the focus, each thing once, until it is closed', async () => {
  open();
  ask.show(null);
  const scripts = ['https://stats.example/s.js?id=1', 'https://stats.example/s.js?id=2'];
  ask.showRemains({ scripts: [...scripts, 'inline'], stored: ['_ga'] });
  await expect.poll(() => root.querySelector('[part=remains]')).not.toBeNull();
  expect(find('[part=remains]').closest('[role=status]')).not.toBeNull();
  const items = [...root.querySelectorAll('[part=remains] li')].map((item) => item.textContent);
  expect(items).toEqual(['stats.example/s.js', 'A script written into the page', '_ga']);
  expect(document.activeElement).toBe(document.body);
  await userEvent.click(page.elementLocator(find('[data-action=close]')));
  expect(root.querySelector('[part=remains]')).toBeNull();
});

test('F-35 said while it is out of the page, it is there when that takes it back', async () => {
  const { host } = root;
  host.remove();
  ask.showRemains({ scripts: [], stored: ['_ga'] });
  await expect.poll(() => root.querySelector('[part=remains]')).not.toBeNull();
  document.body.append(host);
  host.dispatchEvent(new Event('mount'));
  expect(find('[part=remains]').matches(':popover-open')).toBe(true);
});

test('L-19 what remains is said of the last choice only, and no reload is offered for what it would not end', async () => {
  open();
  ask.showRemains({ scripts: [], stored: ['_ga'] });
  await expect.poll(() => root.querySelector('[part=remains]')).not.toBeNull();
  expect(root.querySelector('[data-action=reload]')).toBeNull();
  document.dispatchEvent(new CustomEvent('s9:change'));
  expect(root.querySelector('[part=remains]')).toBeNull();
});
