import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULTS, type Settings } from '../../core/settings/settings.ts';
import { control as words } from '../../locales/en.ts';
import { createControl } from './control.ts';
import { onGone } from './fakes.ts';
import { createPageElement } from './page-element.ts';

const element = () => document.querySelector('s9-consent');
const control = () => element()?.shadowRoot?.querySelector<HTMLElement>('[part=control]');

/** Draws in an element of its own, made at the first need. */
function drawerOf(isOptedOut = false, changes: Partial<Settings> = {}) {
  let made: ShadowRoot | undefined;
  const settings = { ...DEFAULTS, ...changes };
  return createControl(
    () => (made ??= createPageElement('auto', onGone)),
    words,
    isOptedOut,
    settings,
  );
}

/** It comes back for a while (F-35), so it is thrown out until it does not. */
async function clear(): Promise<void> {
  for (let times = 0; times < 100; times++) {
    element()?.remove();
    await Promise.resolve();
  }
}

afterEach(clear);

it('L-10 draws nothing before there is something to draw', async () => {
  await drawerOf()(false);
  expect(element()).toBeNull();
});

it('L-18 draws the permanent control once, as an opener of the preferences, and takes it away', async () => {
  const draw = drawerOf();
  await draw(true);
  await draw(true);
  expect(element()?.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  expect(control()?.dataset['consentOpen']).toBe('');
  await draw(false);
  expect(control()?.checkVisibility()).toBe(false);
});

it('L-43 the permanent control says that an opt-out was honoured, where one was', async () => {
  await drawerOf()(true);
  expect(control()?.textContent).toBe('Privacy choices');
  await clear();
  await drawerOf(true)(true);
  expect(control()?.textContent).toBe('Opt-out honoured: Privacy choices');
});

it('2.4.3 drawing it again leaves the focus on it', async () => {
  const draw = drawerOf();
  await draw(true);
  control()?.focus();
  element()?.shadowRoot?.append(document.createElement('div'));
  await draw(true);
  expect(element()?.shadowRoot?.activeElement).toBe(control());
});

it('L-18 leaves the control to the page only where the page has one', async () => {
  const draw = drawerOf(false, { control: 'own' });
  const link = document.body.appendChild(document.createElement('a'));
  link.dataset['consentOpen'] = '';
  await draw(true);
  expect(control()).toBeUndefined();
  link.remove();
  await draw(true);
  expect(control()).not.toBeNull();
});

it('F-34 says that a view could not be opened, and stays where it is', async () => {
  const draw = drawerOf(true);
  await draw(false, 'failed');
  const before = control();
  expect(before?.checkVisibility()).toBe(true);
  expect(before?.textContent).toBe(
    'Opt-out honoured: Privacy choices (could not be opened, try again)',
  );
  await draw(false);
  expect(control()).toBe(before);
  expect(before?.checkVisibility()).toBe(false);
});

it('F-34 says so where the page has a control of its own too', async () => {
  const draw = drawerOf(false, { control: 'own' });
  const link = document.body.appendChild(document.createElement('a'));
  link.dataset['consentOpen'] = '';
  await draw(true, 'failed');
  expect(control()?.checkVisibility()).toBe(true);
  await draw(true);
  expect(control()?.checkVisibility()).toBe(false);
  link.remove();
});

it('4.1.3 what it says is read out when it changes, and not whenever it is drawn', async () => {
  const draw = drawerOf();
  await draw(true);
  expect(control()?.getAttribute('aria-live')).toBe('polite');
  const text = control()?.firstChild;
  await draw(true);
  expect(control()?.firstChild).toBe(text);
});

it('F-35 comes back when the page throws it out, but not for ever', async () => {
  await drawerOf()(true);
  const mine = element() as Element;
  mine.remove();
  await expect.poll(() => mine.isConnected).toBe(true);
  await clear();
  expect(mine.isConnected).toBe(false);
});

const size = () => {
  const { width, height } = (control() as HTMLElement).getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
};

it('2.5.5 it is an icon of 44 px that shows its name to whoever points at it or comes by keyboard', async () => {
  await drawerOf()(true);
  const mine = control() as HTMLElement;
  expect(size()).toEqual([44, 44]);
  expect(mine.textContent).toBe('Privacy choices');
  await userEvent.hover(mine);
  expect(size()[0]).toBeGreaterThan(120);
  await userEvent.unhover(mine);
  await expect.poll(size).toEqual([44, 44]);
  await userEvent.tab();
  expect(element()?.shadowRoot?.activeElement).toBe(mine);
  expect(size()[0]).toBeGreaterThan(120);
  expect(mine.scrollWidth).toBeLessThanOrEqual(mine.clientWidth);
});

it('1.4.4 its words are as large as the person has set the browser to, whatever the page says', async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { font-size: 3px }');
  document.adoptedStyleSheets = [sheet];
  await drawerOf()(true);
  const paragraph = document.createElement('p');
  paragraph.style.fontSize = 'medium';
  document.body.append(paragraph);
  expect(getComputedStyle(control() as HTMLElement).fontSize).toBe(
    getComputedStyle(paragraph).fontSize,
  );
  document.adoptedStyleSheets = [];
  paragraph.remove();
});

it('L-43 F-34 what it has to say is in sight without a pointer', async () => {
  await drawerOf(true)(true);
  expect(size()[0]).toBeGreaterThan(200);
  await clear();
  const draw = drawerOf();
  await draw(true, 'withdrawn');
  expect(size()[0]).toBeGreaterThan(200);
  await draw(true);
  expect(size()).toEqual([44, 44]);
});

it.each([
  ['start', 'ltr', 'left', 'bottom'],
  ['end', 'ltr', 'right', 'bottom'],
  ['top', 'ltr', 'right', 'top'],
  ['start', 'rtl', 'right', 'bottom'],
  ['top', 'rtl', 'left', 'top'],
] as const)(
  'L-24 in the corner %s of a page in %s it stands %s, %s',
  async (corner, dir, side, edge) => {
    document.documentElement.dir = dir;
    await drawerOf(false, { corner })(true);
    const { left, right, top, bottom } = (control() as HTMLElement).getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const gaps = { left, right: clientWidth - right, top, bottom: clientHeight - bottom };
    expect([gaps[side], gaps[edge]]).toEqual([12, 12]);
    document.documentElement.dir = '';
  },
);

/** Relative luminance of an opaque colour, as the engine paints it. */
function lightOf(color: string): number {
  const paper = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  paper.fillStyle = color;
  paper.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...paper.getImageData(0, 0, 1, 1).data].map((each) =>
    each <= 10 ? each / 3294.6 : ((each / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

it.each([
  '',
  '#fff',
  '#000',
  '#777',
  '#757575',
  '#747474',
  'red',
  'lime',
  'blue',
  'rebeccapurple',
  'oklch(0.6 0.3 30)',
])('S-14 on the ground “%s” its words and its icon can be read', async (ground) => {
  document.documentElement.style.setProperty('--s9-control-surface', ground);
  await drawerOf()(true);
  const { color, backgroundColor } = getComputedStyle(control() as HTMLElement);
  const [ink, paper] = [color, backgroundColor].map(lightOf) as [number, number];
  const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
  expect(contrast).toBeGreaterThanOrEqual(4.5);
  document.documentElement.style.removeProperty('--s9-control-surface');
});

/** The page's own content, so high. */
function contentOf(height: string): HTMLElement {
  const content = document.createElement('div');
  content.style.height = height;
  document.body.prepend(content);
  return content;
}

const page = document.documentElement;

const BODIES = [
  '',
  'display:grid;gap:90px',
  'display:grid;grid-template-rows:1fr auto;min-height:100vh',
  'display:flex;gap:90px',
  'position:relative;top:40px',
];

it.each(BODIES)(
  'L-30 behind the end of a page that scrolls there is room for it, and nothing else moves: body %j',
  async (style) => {
    document.body.style.cssText = `${style};margin:8px`;
    const content = contentOf('2000px');
    const { width } = content.getBoundingClientRect();
    const { scrollHeight } = page;
    await drawerOf()(true);
    expect(page.scrollHeight).toBe(scrollHeight);
    page.scrollTop = 1;
    await expect.poll(() => page.scrollHeight).toBeGreaterThanOrEqual(scrollHeight + 44);
    page.scrollTop = page.scrollHeight;
    const { bottom } = content.getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual((control() as HTMLElement).getBoundingClientRect().top);
    expect(content.getBoundingClientRect().width).toBe(width);
    content.remove();
    document.body.removeAttribute('style');
  },
);

it('L-30 a page that does not scroll gets no scroll bar from it', async () => {
  const content = contentOf(`${page.clientHeight - 20}px`);
  document.body.style.margin = '0';
  await drawerOf()(true);
  // As the browser does where a router has drawn a shorter page.
  window.dispatchEvent(new Event('scroll'));
  expect(page.scrollHeight).toBe(page.clientHeight);
  document.body.style.margin = '';
  content.remove();
});
