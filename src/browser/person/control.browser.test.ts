import { afterEach, expect, it } from 'vitest';
import { control as words } from '../../locales/en.ts';
import { createControl } from './control.ts';
import { createPageElement } from './page-element.ts';

const element = () => document.querySelector('s9-consent');
const control = () => element()?.shadowRoot?.querySelector<HTMLElement>('[part=control]');

/** Draws in an element of its own, made at the first need. */
function drawerOf(isOptedOut = false, isOwn = false) {
  let made: ShadowRoot | undefined;
  return createControl(() => (made ??= createPageElement('auto')), words, isOptedOut, isOwn);
}

/** It comes back for a while (F-35), so it is thrown out until it does not. */
async function clear(): Promise<void> {
  for (let times = 0; times < 100; times++) {
    element()?.remove();
    await Promise.resolve();
  }
}

afterEach(clear);

it('L-10 draws nothing before there is something to draw', () => {
  drawerOf()(false);
  expect(element()).toBeNull();
});

it('L-18 draws the permanent control once, as an opener of the preferences, and takes it away', () => {
  const draw = drawerOf();
  draw(true);
  draw(true);
  expect(element()?.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  expect(control()?.dataset['consentOpen']).toBe('');
  draw(false);
  expect(control()?.checkVisibility()).toBe(false);
});

it('L-43 the permanent control says that an opt-out was honoured, where one was', async () => {
  drawerOf()(true);
  expect(control()?.textContent).toBe('Privacy choices');
  await clear();
  drawerOf(true)(true);
  expect(control()?.textContent).toBe('Opt-out honoured: Privacy choices');
});

it('2.4.3 drawing it again leaves the focus on it', () => {
  const draw = drawerOf();
  draw(true);
  control()?.focus();
  element()?.shadowRoot?.append(document.createElement('div'));
  draw(true);
  expect(element()?.shadowRoot?.activeElement).toBe(control());
});

it('L-18 leaves the control to the page only where the page has one', () => {
  const draw = drawerOf(false, true);
  const link = document.body.appendChild(document.createElement('a'));
  link.dataset['consentOpen'] = '';
  draw(true);
  expect(control()).toBeUndefined();
  link.remove();
  draw(true);
  expect(control()).not.toBeNull();
});

it('F-34 says that a view could not be opened, and stays where it is', () => {
  const draw = drawerOf(true);
  draw(false, 'failed');
  const before = control();
  expect(before?.checkVisibility()).toBe(true);
  expect(before?.textContent).toBe(
    'Opt-out honoured: Privacy choices (could not be opened, try again)',
  );
  draw(false);
  expect(control()).toBe(before);
  expect(before?.checkVisibility()).toBe(false);
});

it('F-34 says so where the page has a control of its own too', () => {
  const draw = drawerOf(false, true);
  const link = document.body.appendChild(document.createElement('a'));
  link.dataset['consentOpen'] = '';
  draw(true, 'failed');
  expect(control()?.checkVisibility()).toBe(true);
  draw(true);
  expect(control()?.checkVisibility()).toBe(false);
  link.remove();
});

it('4.1.3 what it says is read out when it changes, and not whenever it is drawn', async () => {
  const draw = drawerOf();
  draw(true);
  expect(control()?.getAttribute('aria-live')).toBe('polite');
  const text = control()?.firstChild;
  draw(true);
  expect(control()?.firstChild).toBe(text);
});

it('F-35 comes back when the page throws it out, but not for ever', async () => {
  drawerOf()(true);
  const mine = element() as Element;
  mine.remove();
  await expect.poll(() => mine.isConnected).toBe(true);
  await clear();
  expect(mine.isConnected).toBe(false);
});
