// The question on a real page: what each press answers, who may press, and what stands on screen.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Answer, type Grants, grantsBy } from '../core/choice.ts';
import { type AskedPurpose, type Policy, termsOf } from '../core/policy.ts';
import type { Ask, AskHost, Question, View } from '../core/ports.ts';
import type { ConsentState } from '../core/state.ts';
import social9 from '../policies/social9.json';
import { createAsk } from './ask.tsx';
import * as panel from './panel.tsx';
import { screenText } from './screen-text.ts';

const policy = {
  ...social9,
  controller: { name: 'Harbour Post', contact: 'post@harbour.example', privacyUrl: '/privacy' },
} as unknown as Policy;
const PURPOSES = ['analytics', 'social'];
const SERVICES = ['google', 'youtube', 'facebook', 'pinterest'];

let root: ShadowRoot;
let ask: Ask;
let question: Question;
let answers: Answer[];
let refusals: string[][];
let views: (View | null)[];

const nothing: Grants = grantsBy(policy, () => false);

type Changes = Partial<Omit<Question, 'state'>> & { state?: Partial<ConsentState> };

const questionOf = ({ state, ...changes }: Changes = {}): Question => ({
  policy,
  pending: PURPOSES,
  state: {
    ...nothing,
    decided: false,
    recordId: null,
    policyVersion: '1',
    decidedAt: null,
    expiresAt: null,
    source: null,
    signals: { gpc: false },
    storage: 'indexeddb',
    ...state,
  },
  lang: 'en',
  layout: 'bar',
  position: 'bottom',
  theme: 'auto',
  validFor: { granted: 'P6M', denied: 'P6M' },
  asked: undefined,
  ...changes,
});

function open(changes: Changes = {}, view: View = 'banner'): void {
  question = questionOf(changes);
  ask.show(view);
}

beforeEach(() => {
  const element = document.createElement('s9-consent');
  document.body.append(element);
  root = element.attachShadow({ mode: 'open' });
  [answers, refusals, views] = [[], [], []];
  question = questionOf();
  const host: AskHost = {
    question: () => question,
    answer: (answer) => void answers.push(answer),
    isFair: () => true,
    loadOnce: () => {},
    viewed: (view) => void views.push(view),
    refused: (...refusal) => void refusals.push(refusal),
  };
  ask = createAsk(root, host, () => Promise.resolve(panel));
});

afterEach(() => {
  ask.show(null);
  root.host.remove();
});

const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
  root.querySelector<T>(selector) as T;
const control = (action: string) => find(`[data-action=${action}]`);
/** A person's press. */
const press = (action: string) => userEvent.click(page.elementLocator(control(action)));
const switchOf = (id: string) =>
  find<HTMLInputElement>(`[data-purpose=${id}], [data-service=${id}]`);
const dialog = () => find<HTMLDialogElement>('dialog');

async function openPanel(changes: Changes = {}): Promise<void> {
  open(changes, 'preferences');
  await expect.poll(dialog).not.toBeNull();
}

const on = ({ purposes, services }: Grants) =>
  [...Object.entries(purposes), ...Object.entries(services)]
    .filter(([id, isOn]) => isOn && id !== 'necessary')
    .map(([id]) => id);

test('accept all grants all that was shown', async () => {
  open();
  await press('accept');
  expect(answers).toMatchObject([{ source: 'accept-all', input: 'pointer', language: 'en' }]);
  expect(on(answers[0] as Answer)).toEqual([...PURPOSES, ...SERVICES]);
  expect(find('.notice')).toBeNull();
});

test('reject all grants nothing, in one press', async () => {
  open();
  await press('reject');
  expect(answers).toMatchObject([{ source: 'reject-all', purposes: { necessary: true } }]);
  expect(on(answers[0] as Answer)).toEqual([]);
});

test('a press of Enter is a keyboard answer', async () => {
  open();
  control('reject').focus();
  await userEvent.keyboard('{Enter}');
  expect(answers).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
});

test('F-43 a script cannot accept', () => {
  open();
  control('accept').click();
  control('accept').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  expect(answers).toEqual([]);
  expect(refusals).toEqual([
    ['accept', 'untrusted'],
    ['accept', 'untrusted'],
  ]);
});

test('X-01 a script can reject', () => {
  open();
  control('reject').click();
  expect(answers).toMatchObject([{ source: 'reject-all', input: 'script' }]);
});

test('F-48 of two presses on one notice the second finds nothing to press', async () => {
  open();
  await press('accept');
  expect(control('accept')).toBeNull();
  expect(answers).toHaveLength(1);
});

test('F-47 an answer holds the words and the purposes that stand on screen at the press', async () => {
  open();
  control('accept')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  question = questionOf({ pending: ['social'] });
  ask.refresh();
  await press('accept');
  expect(answers).toMatchObject([{ purposes: { analytics: false, social: true } }]);
  expect(answers[0]?.text).toContain('Social media');
  expect(answers[0]?.text).not.toContain('Visit statistics');
});

test('nothing is shown when nothing can be granted', () => {
  open({ pending: ['necessary'] });
  expect(find('.notice')).toBeNull();
});

test('only what is pending is asked about', () => {
  open({ pending: ['social'] });
  expect(Array.from(root.querySelectorAll('h3'), (h) => h.textContent)).toEqual(['Social media']);
});

test('L-21 the first layer says who, what, why, to whom and how long', () => {
  open();
  const text = find('.notice').textContent;
  for (const fact of [
    'Harbour Post asks for your consent',
    'To count visits',
    'IP address · Domain of this site',
    'Harbour Post and Social9',
    '25 months',
    'Google, Facebook, and Pinterest',
  ]) {
    expect(text).toContain(fact);
  }
});

test('L-25 the answer holds the words that were on screen', async () => {
  open();
  const seen = screenText(find('.notice'));
  await press('reject');
  expect(answers[0]?.text).toBe(seen);
  expect(seen.split('\n').slice(-3)).toEqual(['Accept all', 'Reject all', 'Choose']);
});

test.for(['bar', 'box', 'dialog'] as const)('L-15 yes and no look alike: %s', (layout) => {
  open({ layout });
  const [yes, no] = [control('accept'), control('reject')].map((button) => {
    const style = getComputedStyle(button);
    const { width, height, top } = button.getBoundingClientRect();
    const looks = Array.from(style, (name) => [name, style.getPropertyValue(name)]);
    return { width, height, top, looks };
  });
  expect(no).toEqual(yes);
  expect(control('accept').parentElement).toBe(control('reject').parentElement);
});

test('L-15 no rule of the page makes one of them stand out', () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('s9-consent::part(accept){background:red!important;padding:40px!important}');
  document.adoptedStyleSheets.push(sheet);
  open();
  const [yes, no] = [control('accept'), control('reject')].map((button) =>
    getComputedStyle(button),
  );
  expect(yes?.background).toBe(no?.background);
  expect(yes?.padding).toBe(no?.padding);
  document.adoptedStyleSheets.pop();
});

test.for([
  [320, 256],
  [360, 640],
  [1280, 800],
] as const)('both buttons are in view at %i×%i', async ([width, height]) => {
  await page.viewport(width, height);
  open();
  for (const action of ['accept', 'reject']) {
    const { left, top, right, bottom } = control(action).getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(bottom).toBeLessThanOrEqual(height);
  }
});

test('L-30 the notice takes no focus and stays out of the page’s way', () => {
  const input = document.createElement('input');
  document.body.append(input);
  input.focus();
  open();
  expect(document.activeElement).toBe(input);
  expect(find('.notice').matches(':popover-open')).toBe(true);
  expect(find('.notice').getAttribute('aria-modal')).toBeNull();
  input.remove();
});

test('L-12 every optional switch starts off', async () => {
  await openPanel();
  for (const id of [...PURPOSES, ...SERVICES]) expect(switchOf(id).checked).toBe(false);
  expect(switchOf('necessary')).toMatchObject({ checked: true, disabled: true });
});

test('L-20 each set of switches is saved as exactly that set', async () => {
  for (let set = 0; set < 2 ** SERVICES.length; set++) {
    await openPanel();
    const wanted = SERVICES.filter((_id, bit) => set & (1 << bit));
    if (set % 2) await userEvent.click(page.elementLocator(switchOf('analytics')));
    for (const id of wanted) await userEvent.click(page.elementLocator(switchOf(id)));
    const shown = Array.from(root.querySelectorAll<HTMLInputElement>('input:checked'), (input) =>
      String(input.dataset['purpose'] ?? input.dataset['service']),
    );
    await press('save');
    const saved = answers.at(-1) as Answer;
    expect(saved.source).toBe('custom');
    expect(on(saved).toSorted()).toEqual([...(set % 2 ? ['analytics'] : []), ...wanted].toSorted());
    expect(shown.filter((id) => id !== 'necessary').toSorted()).toEqual(on(saved).toSorted());
  }
});

test('a press on a name turns its switch', async () => {
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('social').closest('label') as HTMLElement));
  expect(switchOf('social').checked).toBe(true);
  expect(switchOf('youtube').checked).toBe(true);
});

test('the keyboard turns a switch', async () => {
  await openPanel();
  switchOf('analytics').focus();
  await userEvent.keyboard(' ');
  expect(switchOf('analytics').checked).toBe(true);
});

test('F-43 a script cannot turn a switch on, nor through its label', async () => {
  await openPanel();
  switchOf('analytics').click();
  switchOf('social').closest('label')?.click();
  expect(switchOf('analytics').checked).toBe(false);
  expect(switchOf('social').checked).toBe(false);
  expect(refusals.map(([action]) => action)).toEqual(['switch', 'switch']);
  await press('save');
  expect(on(answers[0] as Answer)).toEqual([]);
});

test('F-43 a script cannot save what it adds, but what it takes away', async () => {
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  switchOf('social').click();
  control('save').click();
  expect(on(answers[0] as Answer)).toEqual(['analytics']);
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  control('save').click();
  expect(answers).toHaveLength(1);
  expect(refusals).toEqual([['save', 'untrusted']]);
});

test('withdraw is offered once a choice stands, and a script can press it', async () => {
  await openPanel();
  expect(control('withdraw')).toBeNull();
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  control('withdraw').click();
  expect(answers).toMatchObject([{ source: 'withdraw', input: 'script' }]);
  expect(on(answers[0] as Answer)).toEqual([]);
});

test.for([
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['the cross', () => press('close')],
  ['the backdrop', () => userEvent.click(document.documentElement, { position: { x: 2, y: 2 } })],
] as const)('L-11 leaving by %s changes nothing', async ([, leave]) => {
  await page.viewport(1280, 800);
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  await leave();
  await expect.poll(dialog).toBeNull();
  expect(answers).toEqual([]);
  await openPanel();
  expect(switchOf('analytics').checked).toBe(false);
});

test('2.4.3 focus goes to the panel’s heading and back to what opened it', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  await openPanel({ state: { decided: true }, pending: [] });
  expect(root.activeElement?.localName).toBe('h2');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.remove();
});

test('leaving the panel leads back to the notice it came from', async () => {
  open();
  await press('choose');
  await expect.poll(dialog).not.toBeNull();
  expect(find('.notice')).toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => root.activeElement).toBe(control('choose'));
  expect(views.slice(-2)).toEqual(['preferences', 'banner']);
});

test('an open disclosure and a half-made draft survive a refresh', async () => {
  await openPanel();
  find<HTMLDetailsElement>('details').open = true;
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  ask.show('preferences');
  expect(find<HTMLDetailsElement>('details').open).toBe(true);
  expect(switchOf('analytics').checked).toBe(true);
});

test('without a panel there is still a way to say no', async () => {
  const lonely = document.createElement('div').attachShadow({ mode: 'open' });
  document.body.append(lonely.host);
  const host: AskHost = {
    question: () => ({ ...question, pending: [], state: { ...question.state, decided: true } }),
    answer: (answer) => void answers.push(answer),
    loadOnce: () => {},
    viewed: () => {},
    refused: () => {},
  };
  createAsk(lonely, host, () => Promise.resolve(null)).show('preferences');
  await expect.poll(() => lonely.querySelector('[data-action=reject]')).not.toBeNull();
  lonely.querySelector<HTMLElement>('[data-action=reject]')?.click();
  expect(answers).toMatchObject([{ source: 'reject-all' }]);
  lonely.host.remove();
});

test('F-36 no style element and no style attribute is made', async () => {
  open();
  expect(root.innerHTML).not.toMatch(/<style|\sstyle=/);
  await openPanel({ state: { signals: { gpc: true }, storage: 'memory', decided: true } });
  expect(root.innerHTML).not.toMatch(/<style|\sstyle=/);
});

test('the panel says when nothing can be kept, and when an opt-out is honoured', async () => {
  await openPanel({ state: { signals: { gpc: true }, storage: 'memory' } });
  expect(find('[role=status]').textContent).toContain('Global Privacy Control');
  expect(dialog().textContent).toContain('does not let the site store your answer');
});

test('L-28 L-32 asked again, the person is told what changed, in words', async () => {
  const before = termsOf(policy);
  const analytics = before.purposes['analytics'] as AskedPurpose;
  const social = before.purposes['social'] as AskedPurpose;
  const asked = {
    ...before,
    purposes: {
      ...before.purposes,
      analytics: { ...analytics, data: ['ip', 'page'], retention: 'P13M' },
      social: { ...social, recipients: ['Google'], services: { google: ['ip'] } },
    },
  };
  open({ asked });
  await expect.poll(() => root.querySelector('.news')).not.toBeNull();
  const news = [...root.querySelectorAll('.news')].map((item) => item.textContent);
  expect(news).toEqual([
    'New: Domain of this site · Browser and its version · Operating system and its version · Time on each page',
    'Kept for 25 months instead of 13 months',
    'New recipient: Facebook and Pinterest',
    'New service: YouTube (Google), Facebook, and Pinterest',
    'New for Google: Browser and its version · Operating system and its version · Pages you visit',
  ]);
  expect(views).toEqual(['banner']);
});

test('nobody is told of changes on a first visit', async () => {
  await openPanel();
  open();
  ask.show('banner');
  expect(root.querySelector('.news')).toBeNull();
});

test('the panel says how long a yes and a no count', async () => {
  await openPanel({ validFor: { granted: 'P3M', denied: 'P1Y' } });
  expect(dialog().textContent).toContain('A yes counts for 3 months, a no for 1 year.');
});

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

test('L-19 what remains is said of the last choice only, and no reload is offered for what it would not end', async () => {
  open();
  ask.showRemains({ scripts: [], stored: ['_ga'] });
  await expect.poll(() => root.querySelector('[part=remains]')).not.toBeNull();
  expect(root.querySelector('[data-action=reload]')).toBeNull();
  document.dispatchEvent(new CustomEvent('s9:change'));
  expect(root.querySelector('[part=remains]')).toBeNull();
});
