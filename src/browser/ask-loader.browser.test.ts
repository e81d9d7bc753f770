import { afterEach, expect, it } from 'vitest';
import { createAskLoader } from './ask-loader.ts';

const element = () => document.querySelector('s9-consent');
const control = () => element()?.shadowRoot?.querySelector<HTMLElement>('[part=control]');
const loader = (isOwn = false) => createAskLoader(() => Promise.resolve(null), 'auto', isOwn);

/** It comes back for a while (F-35), so it is thrown out until it does not. */
async function clear(): Promise<void> {
  for (let times = 0; times < 30; times++) {
    element()?.remove();
    await Promise.resolve();
  }
}

afterEach(clear);

it('L-10 draws nothing before there is something to draw', () => {
  loader().drawControl(false, () => undefined);
  expect(element()).toBeNull();
});

it('L-18 draws the permanent control once, and takes it away', () => {
  const { drawControl: draw } = loader();
  let presses = 0;
  draw(true, () => presses++);
  draw(true, () => presses++);
  expect(element()?.shadowRoot?.querySelectorAll('button')).toHaveLength(1);
  control()?.click();
  expect(presses).toBe(1);
  draw(false, () => presses++);
  expect(control()?.checkVisibility()).toBe(false);
});

it('L-43 the permanent control says that an opt-out was honoured, where one was', async () => {
  loader().drawControl(true, () => undefined);
  expect(control()?.textContent).toBe('Privacy choices');
  await clear();
  Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
  loader().drawControl(true, () => undefined);
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
  expect(control()?.textContent).toBe('Opt-out honoured: Privacy choices');
});

it('2.4.3 drawing it again leaves the focus on it', () => {
  const { drawControl: draw } = loader();
  draw(true, () => undefined);
  control()?.focus();
  element()?.shadowRoot?.append(document.createElement('div'));
  draw(true, () => undefined);
  expect(element()?.shadowRoot?.activeElement).toBe(control());
});

it('L-18 leaves the control to the page only where the page has one', () => {
  const { drawControl: draw } = loader(true);
  const link = document.body.appendChild(document.createElement('a'));
  link.dataset['consentOpen'] = '';
  draw(true, () => undefined);
  expect(control()).toBeUndefined();
  link.remove();
  draw(true, () => undefined);
  expect(control()).not.toBeNull();
});

it('F-35 comes back when the page throws it out, but not for ever', async () => {
  loader().drawControl(true, () => undefined);
  const mine = element() as Element;
  mine.remove();
  await expect.poll(() => mine.isConnected).toBe(true);
  await clear();
  expect(mine.isConnected).toBe(false);
});
