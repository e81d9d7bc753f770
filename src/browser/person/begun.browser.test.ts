// A click counts for the control its press began on, whatever a page has it sent to.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { hearBegin, isBegunOn } from './begun.ts';
import { keepEdge } from './edge.ts';

keepEdge();

let control: HTMLButtonElement;
let field: HTMLInputElement;
/** Of each click on the control, as it comes. */
let meant: boolean[];

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  document.body.innerHTML = '<input><p style="height:60px">Words</p>';
  field = document.querySelector('input') as HTMLInputElement;
  const host = document.body.appendChild(document.createElement('s9-consent'));
  control = document.createElement('button');
  control.id = 'yes';
  control.textContent = 'Accept all';
  host.attachShadow({ mode: 'open' }).append(control);
  meant = [];
  control.addEventListener('click', () => meant.push(isBegunOn(control)));
  hearBegin(control);
  // What an earlier test has pressed is long ago.
  vi.advanceTimersByTime(5000);
});
afterEach(() => document.body.replaceChildren());

const pressOn = (element: Element) => userEvent.click(page.elementLocator(element));

it('F-45 a press on the control is one, by pointer, by Enter and by Space', async () => {
  await pressOn(control);
  vi.advanceTimersByTime(500);
  await userEvent.keyboard('{Enter}{ }');
  expect(meant).toEqual([true, true, true]);
});

it('F-45 a click that nothing was pressed for is of assistive technology', () => {
  control.click();
  expect(meant).toEqual([true]);
});

it('F-45 one on a label that the page has put there is none', async () => {
  const label = document.createElement('label');
  label.htmlFor = 'yes';
  label.textContent = 'Play';
  control.before(label);
  await pressOn(label);
  expect(meant).toEqual([false]);
});

it('F-45 one that the control has captured the pointer of is none', async () => {
  const words = document.querySelector('p') as Element;
  words.addEventListener('pointerdown', (event) =>
    control.setPointerCapture((event as PointerEvent).pointerId),
  );
  await pressOn(words);
  expect(meant.filter(Boolean)).toEqual([]);
});

it('F-45 a key that was meant for what had the focus is none, nor is what it repeats', async () => {
  field.addEventListener('keydown', () => control.focus());
  field.focus();
  vi.advanceTimersByTime(500);
  await userEvent.keyboard('{Enter>3/}');
  expect(meant.filter(Boolean)).toEqual([]);
  expect(meant).not.toEqual([]);
});

describe('F-45 who types', () => {
  beforeEach(() => {
    field.focus();
    field.addEventListener('input', () => control.focus(), { once: true });
  });

  it('types on where a page has moved the focus meanwhile, and may then press', async () => {
    await userEvent.keyboard('a');
    vi.advanceTimersByTime(400);
    await userEvent.keyboard(' ');
    vi.advanceTimersByTime(400);
    await userEvent.keyboard(' ');
    expect(meant).toEqual([false, true]);
  });

  it('and goes on by Tab, or waits, presses what is reached so', async () => {
    await userEvent.keyboard('a');
    field.focus();
    await userEvent.keyboard('{Tab}{ }');
    vi.advanceTimersByTime(5000);
    field.focus();
    await userEvent.keyboard('b');
    control.focus();
    vi.advanceTimersByTime(1000);
    await userEvent.keyboard('{ }');
    expect(meant).toEqual([true, true]);
  });

  it('presses nothing by a key that the page has given a control', async () => {
    field.focus();
    await userEvent.keyboard('k');
    control.click();
    expect(meant).toEqual([false]);
  });
});

it('F-43 an event that a script makes up begins none', async () => {
  const label = document.createElement('label');
  label.htmlFor = 'yes';
  label.textContent = 'Play';
  control.before(label);
  label.addEventListener('click', () => {
    control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  });
  await pressOn(label);
  expect(meant).toEqual([false]);
});

it('F-45 a clock that the page has stopped frees no press that began elsewhere', async () => {
  const label = document.createElement('label');
  label.htmlFor = 'yes';
  label.textContent = 'Play';
  control.before(label);
  vi.spyOn(performance, 'now').mockReturnValue(Number.NaN);
  await pressOn(label);
  vi.restoreAllMocks();
  expect(meant).toEqual([false]);
});

it('F-45 in a frame that we draw in it is the same', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const inside = frame.contentDocument as Document;
  inside.body.innerHTML = '<label for="load">Play</label><button id="load">Load once</button>';
  const [label, load] = inside.body.children as unknown as [Element, HTMLElement];
  load.addEventListener('click', () => meant.push(isBegunOn(load)));
  hearBegin(load);
  const framed = page.frameLocator(page.elementLocator(frame));
  await framed.getByText('Load once').click();
  await framed.getByText('Play').click();
  expect([label.localName, ...meant]).toEqual(['label', true, false]);
});
