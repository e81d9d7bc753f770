// Which presses a site may answer by: a person's, on a control of the page, once.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hearPresses, takePress } from './press.ts';

hearPresses();

beforeEach(() => {
  // However long the driver takes from a press to its end.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  void takePress();
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** What a press on it is taken for, by a site that answers in it. */
function place(html: string): Element {
  document.body.innerHTML = html;
  return document.querySelector('[data-it]') ?? (document.body.firstElementChild as Element);
}
const press = (element: Element) => userEvent.click(page.elementLocator(element));

it.each([
  '<button>Yes</button>',
  '<button><svg width="9" height="9" data-it></svg></button>',
  '<a href="#yes">Yes</a>',
  '<input type="checkbox">',
  '<label>Yes <input type="checkbox"></label>',
  '<details><summary>Yes</summary></details>',
  '<select><option>Yes</option></select>',
  '<div role="button">Yes</div>',
  '<ul role="menu"><li role="menuitemcheckbox" data-it>Yes</li></ul>',
])('F-43 a press on %s counts, once', async (html) => {
  await press(place(html));
  expect([takePress(), takePress()]).toEqual([undefined, 'no-gesture']);
});

it.each([
  '<p>Words</p>',
  '<a>No link</a>',
  '<div onclick="">Words</div>',
  '<div tabindex="0">Words</div>',
])('F-43 L-11 a press on %s is none', async (html) => {
  await press(place(html));
  expect(takePress()).toBe('no-gesture');
});

it('F-43 a control in a form is one, whatever the fields of that are called', async () => {
  await press(
    place('<form><input name="matches"><button type="button" data-it>Yes</button></form>'),
  );
  expect(takePress()).toBeUndefined();
});

it('F-43 a control inside an open shadow root is one', async () => {
  const root = place('<x-card></x-card>').attachShadow({ mode: 'open' });
  root.innerHTML = '<button>Yes</button>';
  await press(root.firstElementChild as Element);
  expect(takePress()).toBeUndefined();
});

it.each(['s9-consent', 's9-cover'])(
  'F-43 a press inside %s is none, and ends the one before it',
  async (name) => {
    const theirs = place('<button>Theirs</button>');
    const ours = document.body.appendChild(document.createElement(name));
    const root = ours.attachShadow({ mode: 'open' });
    root.innerHTML = '<button>Ours</button>';
    await press(theirs);
    await press(root.firstElementChild as Element);
    expect(takePress()).toBe('no-gesture');
  },
);

it('F-43 a press on ours is none of the page where that has put it into a component', async () => {
  const ours = document.createElement('s9-consent');
  place('<x-card></x-card>').attachShadow({ mode: 'open' }).append(ours);
  const root = ours.attachShadow({ mode: 'open' });
  root.innerHTML = '<button>Ours</button>';
  await press(root.firstElementChild as Element);
  expect(takePress()).toBe('no-gesture');
});

it('F-43 a press on anything else ends the one before it', async () => {
  const theirs = place('<button>Yes</button><p>Words</p>');
  await press(theirs);
  await press(theirs.nextElementSibling as Element);
  expect(takePress()).toBe('no-gesture');
});

it('F-43 a script presses nothing', () => {
  (place('<button>Yes</button>') as HTMLElement).click();
  expect(takePress()).toBe('no-gesture');
});

it.each([
  ['Enter on', '<button>Yes</button>', '{Enter}'],
  ['the space bar on', '<button>Yes</button>', ' '],
  ['Enter on', '<div role="switch" tabindex="0">Yes</div>', '{Enter}'],
  ['the space bar on', '<div role="switch" tabindex="0">Yes</div>', ' '],
  ['Enter in', '<form onsubmit="return false"><input></form>', '{Enter}'],
])('2.1.1 %s %s counts', async (_key, html, key) => {
  const control = place(html);
  ((control.querySelector('input') ?? control) as HTMLElement).focus();
  await userEvent.keyboard(key);
  expect(takePress()).toBeUndefined();
});

it.each([
  ['the space bar in', '<input>', ' '],
  ['a letter in', '<input>', 'y'],
  ['Enter in', '<textarea></textarea>', '{Enter}'],
  ['the space bar, which scrolls,', '<main tabindex="0"></main>', ' '],
  ['Tab away from', '<button>Yes</button>', '{Tab}'],
])('F-43 L-11 %s %s does not', async (_key, html, key) => {
  (place(html) as HTMLElement).focus();
  await userEvent.keyboard(key);
  expect(takePress()).toBe('no-gesture');
});

it('F-43 it counts for less than a second', async () => {
  await press(place('<button>Yes</button>'));
  const now = performance.now();
  vi.mocked(performance.now).mockReturnValue(now + 1001);
  expect(takePress()).toBe('no-gesture');
});

it.each([0, -1, Number.NaN])('F-43 a clock that a page has set to %s makes no press', (nowMs) => {
  vi.spyOn(performance, 'now').mockReturnValue(nowMs);
  void takePress();
  expect(takePress()).toBe('no-gesture');
});
