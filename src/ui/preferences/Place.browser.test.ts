// The permanent control is moved from the preferences, by whatever a button is pressed with.
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { control, find, moves, openPanel, root } from '../fakes.ts';
import { PLACES } from './Place.tsx';

const DECIDED = { decided: true, decidedAt: 1, expiresAt: 2 };
const places = () => [...root.querySelectorAll<HTMLElement>('[data-action=place]')];
const pressed = () =>
  places()
    .filter((each) => each.ariaPressed === 'true')
    .map((each) => each.textContent);

/** As the tag draws it. */
function withControl(inset: string): HTMLElement {
  const made = root.appendChild(document.createElement('button'));
  made.part.add('control');
  made.style.cssText = `position:fixed;width:44px;height:44px;inset:${inset}`;
  return made;
}

afterEach(() => {
  document.documentElement.dir = '';
});

test.each(PLACES)('L-18 says that the control stands %s', async (corner, inset) => {
  withControl(inset);
  await openPanel({ state: DECIDED });
  expect(pressed().join().toLowerCase().replace(' ', '-')).toBe(corner);
});

test('L-18 2.5.7 moves it by one press, without dragging, and stays where that was', async () => {
  const made = withControl('auto auto 12px 12px');
  await openPanel({ state: DECIDED });
  (find('.fold:has(.places)') as HTMLDetailsElement).open = true;
  places()[1]?.focus();
  await userEvent.keyboard('{Enter}');
  expect(moves).toEqual([[made, '12px 12px auto auto']]);
  expect(root.activeElement).toBe(places()[1]);
});

test('2.5.5 each is 44 pixels high, and top left stands top left in either direction', async () => {
  withControl('auto auto 12px 12px');
  await openPanel({ state: DECIDED });
  (find('.fold:has(.places)') as HTMLDetailsElement).open = true;
  for (const dir of ['ltr', 'rtl']) {
    document.documentElement.dir = dir;
    const [first, second, third] = places().map((each) => each.getBoundingClientRect());
    expect(first?.height).toBeGreaterThanOrEqual(44);
    expect(first?.left).toBeLessThan(second?.left ?? 0);
    expect(first?.top).toBeLessThan(third?.top ?? 0);
  }
});

test('L-10 before an answer there is nothing to move, nor where the page has a control of its own', async () => {
  withControl('auto auto 12px 12px');
  await openPanel();
  expect(places()).toEqual([]);
  control('close').click();
  find('[part=control]').remove();
  await openPanel({ state: DECIDED });
  expect(places()).toEqual([]);
});
