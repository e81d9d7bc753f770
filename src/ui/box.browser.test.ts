// What a page sets and says of its looks: what of it stands, what is named, and when it is looked at again.
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ask, find, open, root } from './fakes.ts';

const { body, documentElement: html } = document;
const set = (name: string, value: string) =>
  (root.host as HTMLElement).style.setProperty(`--s9-${name}`, value);
const warnings = () => vi.mocked(console.warn).mock.calls.map(([text]) => String(text));
const styleOf = (selector: string) => getComputedStyle(find(selector));
const isDark = () => find('.s9').matches('.dark');

/** Buttons and words of the banner that do not fit where they stand. */
const cutIn = (width: number, height: number): string[] =>
  [...root.querySelectorAll<HTMLElement>('button,.text')]
    .filter((each) => {
      const { right, bottom } = each.getBoundingClientRect();
      const isHigh = each.localName === 'button' && each.scrollHeight > each.clientHeight;
      return each.scrollWidth > each.clientWidth || isHigh || right > width || bottom > height;
    })
    .map(({ className, textContent }) => `${className} ${textContent}`);

/** Sheets of the page for one test. */
let sheet: CSSStyleSheet;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
});

afterEach(() => {
  vi.restoreAllMocks();
  document.adoptedStyleSheets.pop();
  document.head.querySelectorAll('meta[name=color-scheme i]').forEach((meta) => meta.remove());
  html.className = '';
  for (const each of [html, body]) each.removeAttribute('style');
});

test('what a page sets on itself stands', () => {
  html.style.cssText = '--s9-surface: rgb(20, 40, 60); --s9-radius: 3px; --s9-font: monospace';
  open();
  expect(styleOf('.banner').backgroundColor).toMatch(/0\.0784\d* 0\.1568\d* 0\.235/);
  expect(styleOf('.banner').borderRadius).toBe('3px 3px 0px 0px');
  expect(styleOf('.banner').fontFamily).toContain('monospace');
  expect(warnings().join()).not.toContain('--s9-');
});

it('names what it cannot keep, once, and has ours instead', () => {
  open();
  const before = styleOf('.banner').backgroundColor;
  set('surface', 'not-a-colour');
  set('text-size', '1rem 2rem');
  ask.refresh();
  ask.refresh();
  expect(styleOf('.banner').backgroundColor).toBe(before);
  expect(warnings().filter((each) => each.includes('--s9-'))).toEqual([
    'Social9 Consent: --s9-surface: not-a-colour cannot be kept; ours stands instead',
    'Social9 Consent: --s9-text-size: 1rem 2rem cannot be kept; ours stands instead',
  ]);
  set('surface', 'gold');
  ask.refresh();
  expect(styleOf('.banner').backgroundColor).not.toBe(before);
});

it('takes a bare 0 and a shadow of none for what they mean', () => {
  set('radius', '0');
  set('shadow', 'none');
  open();
  expect(styleOf('.banner').borderRadius).toBe('0px');
  expect(getComputedStyle(find('.s9')).getPropertyValue('--s9-shadow')).toBe('0 0');
  expect(warnings().join()).not.toContain('--s9-');
});

it('writes a value down as one value, whatever is in it', () => {
  set('font', '"x');
  set('shadow', '0 0 4px red');
  open();
  expect(styleOf('.banner').boxShadow).toContain('rgb(255, 0, 0)');
});

test('what a page sets later counts at once', () => {
  open({ theme: 'light' });
  sheet.replaceSync(':root { --s9-radius: 5px }');
  expect(styleOf('.banner').borderRadius).toBe('5px 5px 0px 0px');
});

test.each(['surface', 'accent'])('an empty value is none: %s', (token) => {
  open({ theme: 'light' });
  const before = styleOf('[data-action=accept]').backgroundColor;
  sheet.replaceSync(`s9-consent { --s9-${token}:; }`);
  ask.refresh();
  expect(styleOf('[data-action=accept]').backgroundColor).toBe(before);
});

it('has a look under whatever the page sets', () => {
  html.style.setProperty('--s9-radius', '9px');
  open({ look: 'paper', theme: 'light' });
  expect(styleOf('.banner').fontFamily).toContain('Georgia');
  expect(styleOf('.banner').borderRadius).toBe('9px 9px 0px 0px');
  expect(styleOf('.banner').backgroundColor).toMatch(/0\.98\d* 0\.96\d* 0\.91/);
});

it('follows a page that declares its colour scheme', () => {
  html.style.colorScheme = 'dark';
  open();
  expect(isDark()).toBe(true);
  html.style.colorScheme = 'light';
  html.style.background = '#111';
  ask.refresh();
  expect(isDark()).toBe(false);
});

it('follows one that declares it as <meta>', () => {
  const meta = document.createElement('meta');
  Object.assign(meta, { name: 'Color-Scheme', content: 'dark' });
  document.head.append(meta);
  open();
  expect(isDark()).toBe(true);
});

it('has one that says nothing as it looks, whatever its things are called', () => {
  const form = document.createElement('form');
  form.innerText = 'x';
  form.setAttribute('name', 'body');
  body.append(form);
  body.style.background = 'rgb(10 10 30)';
  open();
  expect(isDark()).toBe(true);
  body.style.background = '';
  ask.refresh();
  expect(isDark()).toBe(false);
  form.remove();
});

it('has both answers of a page with both schemes from the system', () => {
  html.style.colorScheme = 'light dark';
  open();
  expect(isDark()).toBe(matchMedia('(prefers-color-scheme: dark)').matches);
});

test.each(['light', 'dark'] as const)('a theme that is set stands: %s', (theme) => {
  html.style.colorScheme = theme === 'dark' ? 'light' : 'dark';
  open({ theme });
  expect(find('.s9').className).toBe(`s9 ${theme}`);
});

test('what is on screen follows a page that is turned over, and nothing else does', async () => {
  sheet.replaceSync('.night body { background: #000 }');
  open();
  expect(isDark()).toBe(false);
  html.className = 'night';
  await expect.poll(isDark).toBe(true);
  html.className = '';
  await expect.poll(isDark).toBe(false);
  const box = find('.s9');
  ask.show(null);
  html.className = 'night';
  await new Promise((done) => requestAnimationFrame(done));
  expect(box.matches('.dark')).toBe(false);
  open();
  expect(isDark()).toBe(true);
});

test('a ground that fades counts when it has faded', async () => {
  sheet.replaceSync('body { transition: background 100ms } .night body { background: #000 }');
  open();
  html.className = 'night';
  await expect.poll(isDark).toBe(true);
});

it('S-14 takes no size, no case and no distance from the page', () => {
  sheet.replaceSync(
    '* { font-size: 4px !important; text-transform: uppercase; letter-spacing: 1em; text-indent: 9em; visibility: hidden; pointer-events: none }',
  );
  open();
  const { fontSize, textTransform, letterSpacing, textIndent, visibility, pointerEvents } =
    styleOf('.banner');
  expect([fontSize, textTransform, letterSpacing, textIndent, visibility, pointerEvents]).toEqual([
    '14px',
    'none',
    'normal',
    '0px',
    'visible',
    'auto',
  ]);
});

it('S-14 has words of twice the size cut nothing off', async () => {
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.viewport(width, height);
    set('text-size', '200%');
    open();
    expect(Number.parseFloat(styleOf('.banner').fontSize)).toBe(24);
    expect(cutIn(width, height)).toEqual([]);
    ask.show(null);
  }
});

/** WCAG 1.4.12, as a person's own style would have it if it reached us. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }';

it.each([
  [320, 256],
  [390, 844],
  [1280, 800],
])('1.4.12 cuts nothing off where words stand apart, %i×%i', async (width, height) => {
  await page.viewport(width, height);
  const spaced = new CSSStyleSheet();
  spaced.replaceSync(SPACING);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaced];
  open();
  expect(cutIn(width, height)).toEqual([]);
});

test('L-14 colours are worked out once, in the box, and handed down as such', () => {
  open({ theme: 'light' });
  const { length } = root.querySelectorAll('.banner *');
  expect(length).toBeGreaterThan(20);
  for (const name of ['ink', 'muted', 'accent-ink', 'rim']) {
    expect(styleOf('.banner').getPropertyValue(`--${name}`)).toMatch(/^(rgba?|color)\([^()]*\)$/);
  }
});

test('L-14 a draw writes nothing about looks that have not changed', () => {
  set('surface', 'gold');
  open({ theme: 'light' });
  const write = vi.spyOn(CSSStyleDeclaration.prototype, 'setProperty');
  const observed = new MutationObserver(() => undefined);
  observed.observe(find('.s9'), { attributes: true });
  ask.refresh();
  expect(write).not.toHaveBeenCalled();
  expect(observed.takeRecords()).toEqual([]);
});
