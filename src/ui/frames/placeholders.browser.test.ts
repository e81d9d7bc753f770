// Placeholders are drawn inside held frames, touch nothing of the page, and say who would receive what.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Cover, PlaceholderHost, Placeholders, Question } from '../../core/ask/ask.ts';
import { type Answer, grantsBy } from '../../core/choice/choice.ts';
import { stateOf } from '../../core/choice/state.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { social9 } from '../../policies/social9/policy.ts';
import { createFrames } from '../../worded/frames.ts';

const policy: Policy = { ...social9, controller: { name: 'Harbour Post' } };

let shown: Placeholders;
let opened: string[];
let place: HTMLElement;
let answers: Answer[];
let loaded: HeldFrame[];
let refusals: string[][];
let covers: number;
let cover: Cover | null;
let isMeant: boolean;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
  [answers, loaded, refusals, opened, covers] = [[], [], [], [], 0];
  cover = null;
  isMeant = true;
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
    look: 'standard',
    validFor: { granted: 'P6M', denied: 'P6M' },
    asked: undefined,
  };
  const host: PlaceholderHost = {
    question: () => question,
    answer: (answer) => void answers.push(answer),
    loadOnce: (frame) => void loaded.push(frame),
    open: (view) => void opened.push(view),
    isFramed: () => false,
    refused: (...refusal) => void refusals.push(refusal),
  };
  shown = createFrames(host, {
    createJudge: () => () => isMeant,
    loadCover: async () => {
      covers++;
      return cover;
    },
  });
});

afterEach(() => {
  shown.cover([]);
  place.remove();
  document.documentElement.removeAttribute('style');
});

const YOUTUBE = { missing: ['social', 'service:youtube'], hosts: ['www.youtube.com'] };

function frameIn(markup: string, rest: Omit<HeldFrame, 'element'> = YOUTUBE): HeldFrame {
  const range = document.createRange();
  place.append(range.createContextualFragment(markup));
  return { element: frames().at(-1) as Element, ...rest };
}

const frames = () => [...place.querySelectorAll('iframe')];
const placeholdersIn = (frame: object = frames()[0] as object) =>
  (frame as HTMLIFrameElement).contentDocument?.querySelectorAll('s9-placeholder') ?? [];
const inside = (selector: string, frame?: object) =>
  placeholdersIn(frame)[0]?.shadowRoot?.querySelector<HTMLElement>(selector) as HTMLElement;
const words = (frame?: object) => inside('.placeholder', frame).innerText.split('\n');
const wide = '<iframe width="400" height="300"></iframe>';
/** As a person does, by keyboard: the locators of the runner reach no frame. */
async function press(action: string): Promise<void> {
  inside(`[data-action=${action}]`).focus();
  await userEvent.keyboard('{Enter}');
}

test.for([
  ['in running text', '<p>Words <iframe width="300" height="200"></iframe> and more</p>'],
  ['between siblings', '<p>Words</p><iframe></iframe><p>and more</p>'],
  ['with a stand-in', '<iframe src="about:blank"></iframe>'],
  ['to be loaded late', '<iframe loading="lazy"></iframe>'],
  ['in a sandbox with scripts', '<iframe sandbox="allow-scripts allow-same-origin"></iframe>'],
  ['that is styled', '<iframe style="border: 0px; transform: scale(0.5)"></iframe>'],
  ['that is not rendered', '<iframe hidden></iframe>'],
] as const)('a frame %s is drawn in, and the page stays as it was written', ([, markup]) => {
  const held = frameIn(markup);
  const before = document.documentElement.outerHTML;
  shown.cover([held]);
  expect(placeholdersIn()).toHaveLength(1);
  expect(document.documentElement.outerHTML).toBe(before);
  shown.cover([]);
  expect(placeholdersIn()).toHaveLength(0);
  expect(document.documentElement.outerHTML).toBe(before);
});

test('it fills its frame whatever size that has', () => {
  const held = frameIn(wide);
  shown.cover([held]);
  Object.assign(held.element, { width: '500' });
  const { width, height } = inside('.placeholder').getBoundingClientRect();
  expect([width, height]).toEqual([500, 300]);
});

test('F-45 a press that does not count is not silent, and the next one can', async () => {
  isMeant = false;
  const held = frameIn(wide);
  shown.cover([held]);
  await press('load-once');
  await press('load-once');
  const said = placeholdersIn()[0]?.shadowRoot?.querySelectorAll('[role=status]');
  expect([...(said ?? [])].map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Please press again'),
  ]);
  isMeant = true;
  await press('load-once');
  expect([loaded, refusals.length]).toEqual([[held], 2]);
});

test('however often it is told, a frame gets one', () => {
  const held = frameIn(wide);
  for (let times = 0; times < 3; times++) shown.cover([held]);
  expect(placeholdersIn()).toHaveLength(1);
});

test('a frame that was moved has it again, and its controls work', async () => {
  const held = frameIn(wide);
  shown.cover([held]);
  const other = place.appendChild(document.createElement('div'));
  other.append(held.element);
  await expect.poll(() => placeholdersIn()).toHaveLength(1);
  expect(getComputedStyle(inside('.placeholder')).textAlign).toBe('center');
  await press('choose');
  expect(opened).toEqual(['preferences']);
});

test('a stand-in that comes late is drawn over', async () => {
  const held = frameIn('<iframe srcdoc="<p>Please wait"></iframe>');
  shown.cover([held]);
  const standIn = () => (held.element as HTMLIFrameElement).contentDocument?.body.innerText;
  await expect.poll(standIn).toBe('Please wait');
  await expect.poll(() => placeholdersIn()).toHaveLength(1);
});

test('a copy of a frame is a frame of its own', () => {
  const held = frameIn(wide);
  shown.cover([held]);
  const element = held.element.cloneNode(true) as Element;
  held.element.replaceWith(element);
  shown.cover([{ ...YOUTUBE, element }]);
  expect(placeholdersIn(element)).toHaveLength(1);
});

test('a frame that nobody can draw in is left to the cover', async () => {
  for (const sandbox of ['', 'allow-scripts', 'allow-same-origin']) {
    const held = frameIn(`<iframe sandbox="${sandbox}"></iframe>`);
    shown.cover([held]);
    expect(placeholdersIn(held.element)).toHaveLength(0);
  }
  expect(covers).toBe(3);
  shown.cover([frameIn(wide)]);
  expect(covers).toBe(3);
});

test('one that becomes empty while the cover is fetched is drawn in, and stays so', async () => {
  const laid: Element[] = [];
  const layOver = (made: Element) => {
    laid.push(made);
    return () => undefined;
  };
  cover = { layOver, openDialog: layOver, pictureOf: () => undefined };
  const held = frameIn('<iframe sandbox width="400" height="300"></iframe>');
  shown.cover([held]);
  held.element.removeAttribute('sandbox');
  place.append(held.element);
  await expect.poll(() => placeholdersIn(held.element)).toHaveLength(1);
  expect(covers).toBe(1);
  expect(laid).toEqual([]);
});

test('it wears the theme of the page, as that is now', () => {
  const held = frameIn(wide);
  shown.cover([held]);
  const { style } = document.documentElement;
  style.setProperty('--s9-corner', '3px');
  shown.cover([held]);
  const corner = () => getComputedStyle(inside('[data-action=load-once]')).borderRadius;
  expect(corner()).toBe('3px');
  style.removeProperty('--s9-corner');
  shown.cover([held]);
  expect(corner()).toBe('10px');
});

test('a frame that is still held keeps its placeholder', () => {
  const held = frameIn(wide);
  shown.cover([held]);
  const before = placeholdersIn()[0];
  inside('[data-action=load-once]').focus();
  shown.cover([{ ...held, missing: ['service:youtube'] }]);
  expect(inside(':focus').dataset['action']).toBe('load-once');
  shown.cover([{ ...held, missing: ['social'], hosts: ['www.facebook.com'] }]);
  expect([...placeholdersIn()]).toEqual([before]);
  expect(words()).toContain('Content from Facebook');
});

test('a frame too small for a target is left empty, until it grows', () => {
  const held = frameIn('<iframe width="23" height="300" frameborder="0"></iframe>');
  shown.cover([held]);
  expect(inside('.s9').checkVisibility()).toBe(false);
  Object.assign(held.element, { width: '300' });
  expect(inside('.placeholder').checkVisibility()).toBe(true);
});

test('L-22 it names who would receive what, by the address, in the words of the service’s row', () => {
  shown.cover([frameIn(wide)]);
  expect(words().filter(Boolean)).toEqual([
    'Content from YouTube (Google)',
    'YouTube (Google) will receive: IP, browser, system, and pages',
    'Load once',
    'Always load YouTube',
    'Choices',
  ]);
});

test('L-22 a frame with a title is called by that, and by who would receive something', () => {
  shown.cover([frameIn('<iframe width="400" height="300" title="Film &amp; <b>"></iframe>')]);
  expect(inside('h2').innerHTML).toBe('<bdi>Film &amp; &lt;b&gt;</bdi>');
  const ids = inside('[role=group]').getAttribute('aria-labelledby')?.split(' ') ?? [];
  expect(ids.map((id) => inside(`#${id}`).textContent)).toEqual([
    'Film & <b>',
    'YouTube (Google) will receive: IP, browser, system, and pages',
  ]);
});

test('L-22 of a host that is not declared it says so, and what it receives at least', () => {
  shown.cover([frameIn(wide, { missing: ['social', 'undeclared'], hosts: ['player.vimeo.com'] })]);
  expect(words().filter(Boolean)).toEqual([
    'Content from player.vimeo.com',
    'player.vimeo.com will receive at least: IP, browser, and pages. This site has not declared player.vimeo.com.',
    'Load once',
    'Choices',
  ]);
});

test('L-22 where nobody can be named it says nothing', () => {
  shown.cover([frameIn(wide, { missing: ['statistics'], hosts: [] })]);
  expect(inside('.s9').checkVisibility()).toBe(false);
  expect(inside('.s9').textContent).toBe('');
});

test('load once is this frame and no answer', async () => {
  const held = frameIn(wide);
  shown.cover([held]);
  await press('load-once');
  expect(loaded).toEqual([held]);
  expect(answers).toEqual([]);
});

test('L-20 always allow adds the service that is named, and not its purpose', async () => {
  shown.cover([frameIn(wide)]);
  const said = words().filter(Boolean).join('\n');
  await press('always-allow');
  expect(answers).toMatchObject([
    {
      source: 'custom',
      purposes: { necessary: true, analytics: true, social: false },
      services: { youtube: true, facebook: false },
      text: said,
    },
  ]);
});

test('a press on it is none on the card around it', async () => {
  const held = frameIn(`<div>${wide}</div>`);
  let presses = 0;
  held.element.parentElement?.addEventListener('click', () => presses++);
  held.element.parentElement?.addEventListener('keydown', () => presses++);
  shown.cover([held]);
  await press('choose');
  expect([opened, presses]).toEqual([['preferences'], 0]);
});

test('F-43 a script can do neither', () => {
  shown.cover([frameIn(wide)]);
  inside('[data-action=load-once]').click();
  inside('[data-action=always-allow]').click();
  expect([...loaded, ...answers]).toEqual([]);
  expect(refusals).toEqual([
    ['load-once', 'untrusted'],
    ['always-allow', 'untrusted'],
  ]);
});
