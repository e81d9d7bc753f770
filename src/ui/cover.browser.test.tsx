// Placeholders lie exactly over held frames, move nothing, and leave no trace.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Answer, grantsBy } from '../core/choice.ts';
import type { Policy } from '../core/policy.ts';
import type { Ask, AskHost, HeldFrame, Question } from '../core/ports.ts';
import { stateOf } from '../core/state.ts';
import social9 from '../policies/social9.json';
import { createAsk } from './ask.tsx';
import { panelWith } from './panel.tsx';

const policy = { ...social9, controller: { name: 'Harbour Post' } } as unknown as Policy;

let ask: Ask;
let place: HTMLElement;
let answers: Answer[];
let loaded: HeldFrame[];
let refusals: string[][];

beforeEach(() => {
  const element = document.createElement('s9-consent');
  place = document.createElement('main');
  document.body.append(element, place);
  [answers, loaded, refusals] = [[], [], []];
  const question: Question = {
    policy,
    pending: [],
    state: stateOf(
      null,
      grantsBy(policy, (_kind, id) => id === 'analytics'),
      {
        decided: true,
        policyVersion: '1',
        signals: { gpc: false },
        storage: 'indexeddb',
      },
    ),
    lang: 'en',
    layout: 'bar',
    position: 'bottom',
    theme: 'auto',
    validFor: { granted: 'P6M', denied: 'P6M' },
    asked: undefined,
  };
  const host: AskHost = {
    question: () => question,
    answer: (answer) => void answers.push(answer),
    isFair: () => true,
    loadOnce: (frame) => void loaded.push(frame),
    viewed: () => {},
    refused: (...refusal) => void refusals.push(refusal),
  };
  const root = element.attachShadow({ mode: 'open' });
  ask = createAsk(root, host, async () => panelWith(async () => null));
});

afterEach(() => {
  ask.cover([]);
  document.querySelector('s9-consent')?.remove();
  place.remove();
});

function frameIn(markup: string, missing = ['service:youtube']): HeldFrame {
  const range = document.createRange();
  place.append(range.createContextualFragment(markup));
  const element = place.querySelectorAll('iframe');
  return { element: element[element.length - 1] as Element, missing, host: '' };
}

const placeholders = () => Array.from(document.querySelectorAll('s9-placeholder'));
const inside = (selector: string) =>
  placeholders()[0]?.shadowRoot?.querySelector<HTMLElement>(selector) as HTMLElement;
const box = (element: object) => {
  const { left, top, width, height } = (element as Element).getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
};
const lies = (held: HeldFrame) =>
  expect.poll(() => box(placeholders()[0] ?? document.body)).toEqual(box(held.element));

test.for([
  ['in running text', '<p>Words <iframe width="300" height="200"></iframe> and more</p>'],
  ['in a positioned box', '<div style="position:relative;padding:9px"><iframe></iframe></div>'],
  [
    'filling a ratio box',
    '<div style="position:relative;aspect-ratio:16/9"><iframe style="position:absolute;inset:0;width:100%;height:100%"></iframe></div>',
  ],
  ['in a transformed box', '<div style="transform:translate(20px,10px)"><iframe></iframe></div>'],
  ['in a table', '<table><tr><td>cell</td><td><iframe></iframe></td></tr></table>'],
  ['in a grid', '<div style="display:grid;gap:10px;padding:5px"><p>a</p><iframe></iframe></div>'],
  ['from right to left', '<div dir="rtl"><iframe width="200"></iframe></div>'],
] as const)('it lies over a frame %s', async ([, markup]) => {
  const held = frameIn(markup);
  const before = [box(held.element), box(place)];
  ask.cover([held]);
  await lies(held);
  expect([box(held.element), box(place)]).toEqual(before);
});

test('however often it is told, a frame gets one', async () => {
  const held = frameIn('<iframe></iframe>');
  for (let times = 0; times < 3; times++) ask.cover([held]);
  await lies(held);
  expect(placeholders()).toHaveLength(1);
});

test('it follows its frame', async () => {
  const held = frameIn('<div style="position:relative"><p>Words</p><iframe></iframe></div>');
  ask.cover([held]);
  await lies(held);
  (held.element as HTMLIFrameElement).width = '500';
  await lies(held);
  (place.querySelector('p') as HTMLElement).style.height = '90px';
  await lies(held);
});

test('the page’s styles do not move or hide it', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*{position:static!important;display:none;max-width:10px;opacity:.2}html,body,main,iframe{display:block;opacity:1;max-width:none}',
  );
  document.adoptedStyleSheets.push(sheet);
  const held = frameIn('<iframe></iframe>');
  ask.cover([held]);
  await lies(held);
  expect(getComputedStyle(placeholders()[0] as Element).opacity).toBe('1');
  document.adoptedStyleSheets.pop();
});

test('uncovered, the frame is as it was', async () => {
  const plain = frameIn('<iframe></iframe>');
  const styled = frameIn('<iframe style="visibility: visible; border: 0px;"></iframe>');
  const before = place.innerHTML;
  ask.cover([plain, styled]);
  await expect.poll(placeholders).toHaveLength(2);
  expect(getComputedStyle(plain.element as Element).visibility).toBe('hidden');
  ask.cover([]);
  expect(place.innerHTML).toBe(before);
});

test('a frame that is still held keeps its placeholder', async () => {
  const held = frameIn('<iframe></iframe>');
  ask.cover([held]);
  await lies(held);
  const before = placeholders()[0];
  ask.cover([{ ...held, missing: ['social'] }]);
  expect(placeholders()).toEqual([before]);
  expect(inside('h2').textContent).toContain('Google, Facebook, and Pinterest');
});

test('a frame too small to say anything gets none, until it grows', async () => {
  const held = frameIn('<iframe width="50" height="30"></iframe>');
  ask.cover([held]);
  await new Promise(requestAnimationFrame);
  expect(placeholders()).toEqual([]);
  Object.assign(held.element, { width: '300', height: '200' });
  await lies(held);
});

test('a frame that is not rendered gets none, until it is', async () => {
  const held = frameIn('<iframe hidden></iframe>');
  ask.cover([held]);
  await new Promise(requestAnimationFrame);
  expect(placeholders()).toEqual([]);
  (held.element as HTMLElement).hidden = false;
  await lies(held);
});

test('L-22 it names who would receive what', async () => {
  const held = frameIn('<iframe></iframe>');
  ask.cover([held]);
  await lies(held);
  expect(inside('h2').textContent).toBe('Content from YouTube (Google)');
  expect(inside('p').textContent).toContain('IP address');
});

test('load once is this frame and no answer', async () => {
  const held = frameIn('<iframe width="400" height="300"></iframe>');
  ask.cover([held]);
  await lies(held);
  await userEvent.click(page.elementLocator(inside('[data-action=load-once]')));
  expect(loaded).toEqual([held]);
  expect(answers).toEqual([]);
});

test('always allow adds what the frame waits for to what is granted', async () => {
  const held = frameIn('<iframe width="400" height="300"></iframe>');
  ask.cover([held]);
  await lies(held);
  const words = inside('.placeholder').innerText;
  await userEvent.click(page.elementLocator(inside('[data-action=always-allow]')));
  expect(answers).toMatchObject([
    {
      source: 'custom',
      purposes: { necessary: true, analytics: true, social: false },
      services: { youtube: true, facebook: false },
    },
  ]);
  expect(answers[0]?.text?.split('\n').join('')).toBe(words.replaceAll('\n', ''));
});

test('F-43 a script can do neither', async () => {
  const held = frameIn('<iframe width="400" height="300"></iframe>');
  ask.cover([held]);
  await lies(held);
  inside('[data-action=load-once]').click();
  inside('[data-action=always-allow]').click();
  expect([...loaded, ...answers]).toEqual([]);
  expect(refusals).toEqual([
    ['load-once', 'untrusted'],
    ['always-allow', 'untrusted'],
  ]);
});

test('in a small frame every control can be reached', async () => {
  const held = frameIn('<iframe width="200" height="120"></iframe>');
  ask.cover([held]);
  await lies(held);
  for (const action of ['load-once', 'always-allow', 'choose']) {
    inside(`[data-action=${action}]`).focus();
    const [inner, outer] = [inside(`[data-action=${action}]`), placeholders()[0] as Element].map(
      (element) => element.getBoundingClientRect(),
    );
    expect(inner?.bottom).toBeLessThanOrEqual((outer?.bottom ?? 0) + 1);
    expect(inner?.top).toBeGreaterThanOrEqual((outer?.top ?? 0) - 1);
  }
});
