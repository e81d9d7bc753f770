// Keys, presses and the focus on our controls stay ours; what the browser does with them is done.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepEdge } from './edge.ts';

const TYPES = ['keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'mouseup', 'focusin'];

let ours: HTMLButtonElement;
let theirs: HTMLButtonElement;
let heard: string[];
let listening: AbortController;

keepEdge();

function controlIn(name: string): HTMLButtonElement {
  const host = document.body.appendChild(document.createElement(name));
  const control = document.createElement('button');
  control.textContent = 'Press';
  return host.attachShadow({ mode: 'open' }).appendChild(control);
}

beforeEach(() => {
  [heard, listening] = [[], new AbortController()];
  [ours, theirs] = [controlIn('s9-consent'), controlIn('site-footer')];
  for (const target of [window, document])
    for (const type of TYPES)
      for (const capture of [true, false]) {
        const swallow = (event: Event): void => {
          heard.push(event.type);
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        target.addEventListener(type, swallow, { capture, signal: listening.signal });
      }
});

afterEach(() => {
  listening.abort();
  document.body.replaceChildren();
});

it('2.1.1 a page that takes every key leaves ours alone, and hears none of them', async () => {
  const presses: string[] = [];
  for (const control of [ours, theirs])
    control.addEventListener('click', () => presses.push(control === ours ? 'ours' : 'theirs'));
  ours.focus();
  await userEvent.keyboard('{Enter}{ }');
  expect(presses).toEqual(['ours', 'ours']);
  expect(heard).toEqual([]);
  theirs.focus();
  await userEvent.keyboard('{Enter}{ }');
  expect(presses).toEqual(['ours', 'ours']);
  expect(heard).toContain('keydown');
});

it('2.4.3 a page that holds the focus fast does not take it from ours', async () => {
  const inside = document.body.appendChild(document.createElement('input'));
  const holdFast = (event: Event) => event.target !== inside && inside.focus();
  document.addEventListener('focusin', holdFast, { capture: true, signal: listening.signal });
  ours.focus();
  expect(document.activeElement).toBe(
    ours.getRootNode() instanceof ShadowRoot ? (ours.getRootNode() as ShadowRoot).host : null,
  );
});

it('a pointer on ours is heard by ours alone', async () => {
  let presses = 0;
  ours.addEventListener('click', () => presses++);
  await userEvent.click(page.elementLocator(ours));
  expect([presses, heard]).toEqual([1, []]);
});
