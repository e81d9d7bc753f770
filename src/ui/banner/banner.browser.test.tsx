// The banner on a real page: what each press answers, who may press, and what stands on screen.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answer } from '../../core/choice/choice.ts';
import {
  answers,
  ask,
  control,
  find,
  frame,
  judged,
  on,
  open,
  openPanel,
  PURPOSES,
  policy,
  press,
  refusals,
  root,
  SERVICES,
  turnTo,
  views,
} from '../fakes.ts';
import { screenText } from '../screen-text.ts';

test('accept all grants all that was shown', async () => {
  open();
  await press('accept');
  expect(answers).toMatchObject([{ source: 'accept-all', input: 'pointer', language: 'en' }]);
  expect(on(answers[0] as Answer)).toEqual([...PURPOSES, ...SERVICES]);
  expect(find('.banner')).toBeNull();
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

test('F-45 nobody accepts before a press can be judged; a no needs no judge', async () => {
  judged.isFair = () => false;
  open();
  await press('accept');
  expect(answers).toEqual([]);
  await press('reject');
  expect(answers).toMatchObject([{ source: 'reject-all' }]);
});

test('F-45 whoever pressed what did not count is told, and the controls are new ones', async () => {
  judged.isFair = () => false;
  open();
  const before = control('accept');
  await press('accept');
  expect(find('[role=status]').textContent).toContain('Please press again');
  expect(control('accept')).not.toBe(before);
  judged.isFair = () => true;
  await press('accept');
  expect(answers).toHaveLength(1);
  open();
  expect(find('[role=status]').textContent).toBe('');
});

test('F-43 a press of a program is not silent: a person can have made it press', () => {
  open();
  control('accept').click();
  expect(find('[role=status]').textContent).toContain('Only you can say yes');
  const before = control('accept');
  control('accept').click();
  expect(control('accept')).toBe(before);
});

test('opened again after a choice it asks for all of it, and says so', async () => {
  ask.show('banner');
  await press('reject');
  open({ pending: [], state: { decided: true } });
  expect(views).toEqual(['banner', null, 'banner']);
  await press('accept');
  expect(on(answers[1] as Answer)).toEqual([...PURPOSES, ...SERVICES]);
});

test.each<[string, () => void, Parameters<typeof open>[0]]>([
  ['where there is nothing to ask', () => undefined, { policy: { ...policy, purposes: [] } }],
  ['in a page of another site', () => frame(true), {}],
])('%s nothing is on screen, and nobody is told so', (_where, given, changes) => {
  given();
  open(changes);
  expect([views, find('.banner')]).toEqual([[], null]);
});

test('F-35 out of the page and in again it is on top again', () => {
  open();
  const { host } = root;
  host.remove();
  document.body.append(host);
  expect(find('.banner').matches(':popover-open')).toBe(false);
  host.dispatchEvent(new Event('mount'));
  expect(find('.banner').matches(':popover-open')).toBe(true);
});

test('X-01 a script can reject, from within our root too', () => {
  open();
  control('reject').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(answers).toMatchObject([{ source: 'reject-all', input: 'script' }]);
});

test('no click on it is heard by the page, nor twice by us', async () => {
  let clicks = 0;
  const hear = () => clicks++;
  document.addEventListener('click', hear, true);
  open();
  await press('reject');
  document.removeEventListener('click', hear, true);
  expect([clicks, answers.length]).toEqual([0, 1]);
});

test('X-01 a script can reject', () => {
  open();
  control('reject').click();
  expect(answers).toMatchObject([{ source: 'reject-all', input: 'script' }]);
});

test('F-48 of two presses on one banner the second finds nothing to press', async () => {
  open();
  await press('accept');
  expect(control('accept')).toBeNull();
  expect(answers).toHaveLength(1);
});

test('F-47 an answer holds the words and the purposes that stand on screen at the press', async () => {
  open();
  control('accept')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  turnTo({ pending: ['social'] });
  ask.refresh();
  await press('accept');
  expect(answers).toMatchObject([{ purposes: { analytics: false, social: true } }]);
  expect(answers[0]?.text).toContain('To show videos and posts');
  expect(answers[0]?.text).not.toContain('To count visits');
});

test('nothing is shown when nothing can be granted', () => {
  open({ pending: ['necessary'] });
  expect(find('.banner')).toBeNull();
});

test('only what is pending is asked about', () => {
  open({ pending: ['social'] });
  expect(Array.from(root.querySelectorAll('h3'), (h) => h.textContent)).toEqual([
    'To show videos and posts',
  ]);
});

test('L-21 the banner says who, what, why, to whom and how long', () => {
  open();
  const text = find('.banner').textContent;
  for (const fact of [
    'Harbour Post asks for your consent',
    'To count visits',
    'IP address · Domain of this site',
    'this site, Social9',
    'Harbour Post and Social9',
    '25 months',
    'Google, Facebook, and Pinterest',
  ]) {
    expect(text).toContain(fact);
  }
});

test('F-47 an answer holds the language of the words, whatever the page says it is in', async () => {
  const { lang } = document.documentElement;
  document.documentElement.lang = 'ja';
  open();
  await press('reject');
  document.documentElement.lang = lang;
  expect(answers).toMatchObject([{ language: 'en' }]);
});

test('L-25 the answer holds the words that were on screen', async () => {
  open();
  const seen = screenText(find('.banner'));
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

test('L-30 the banner takes no focus and stays out of the page’s way', () => {
  const input = document.createElement('input');
  document.body.append(input);
  input.focus();
  open();
  expect(document.activeElement).toBe(input);
  expect(find('.banner').matches(':popover-open')).toBe(true);
  expect(find('.banner').getAttribute('aria-modal')).toBeNull();
  input.remove();
});

test('F-36 no style element and no style attribute is made', async () => {
  open();
  expect(root.innerHTML).not.toMatch(/<style|\sstyle=/);
  await openPanel({ state: { signals: { gpc: true }, storage: 'memory', decided: true } });
  expect(root.innerHTML).not.toMatch(/<style|\sstyle=/);
});

test('a row that was opened stays open when something is said', async () => {
  open();
  const rows = () => [...root.querySelectorAll('details')].map((row) => row.open);
  await userEvent.click(page.elementLocator(find('summary')));
  expect(rows()).toEqual([true, false]);
  control('accept').click();
  expect(find('[role=status]').textContent).not.toBe('');
  expect(rows()).toEqual([true, false]);
});

test('a name keeps its direction among words of another', () => {
  const name = 'مرفأ (Harbour)';
  open({ policy: { ...policy, controller: { name } } });
  const isolated = [...root.querySelectorAll('h2 bdi, .to bdi')].map((each) => each.textContent);
  expect(isolated).toEqual([name, 'this site', 'Social9', 'Google', 'Facebook', 'Pinterest']);
});
