import type { Locator, Page } from 'playwright';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { choose, press } from './press.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }).setTimerTickMode('nextTimerAsync'));
afterEach(() => void vi.useRealTimers());

const ACCEPT = 's9-consent [data-action="accept"]';
const CHOOSE = 's9-consent [data-action="choose"]';
const SAVE = 's9-consent [data-action="save"]';
const CONTROL = 's9-consent [part~="control"]';
const OPENER = 's9-consent [part~="control"], [data-consent-open]';
const SWITCHES = 's9-consent :is([data-purpose], [data-service])';
const ANALYTICS = 's9-consent [data-purpose="analytics"]';
const FOLDS = 's9-consent .services:not([open]) > summary';
const FILMS = 's9-consent [data-service="films"]';

interface Switch {
  readonly selector: string;
  readonly isLocked?: boolean;
  isOn: boolean;
}

/** A notice on which these are on screen; each press can bring more, and is noted. */
function notice(onScreen: string[], opens: Record<string, string[]> = {}, list: Switch[] = []) {
  const shown = new Set(onScreen);
  const presses: string[] = [];
  const find = (selectors: readonly string[]) => selectors.find((each) => shown.has(each));
  const folds = onScreen.filter((each) => each.startsWith(FOLDS));
  const locator = (...selectors: string[]): Locator => {
    const at = list.find(({ selector }) => selectors.includes(selector));
    const switches = selectors.includes(SWITCHES) ? list.map(({ selector }) => selector) : [];
    const all = selectors.includes(FOLDS) ? folds : switches;
    return {
      selectors,
      filter: () => locator(...selectors),
      first: () => locator(...selectors),
      or: (other: { selectors: string[] }) => locator(...selectors, ...other.selectors),
      all: () => Promise.resolve(all.map((selector) => locator(selector))),
      waitFor: async () => {
        if (!find(selectors)) throw new Error('Timeout exceeded');
      },
      isVisible: async () => find(selectors) !== undefined,
      isEnabled: async () => at?.isLocked !== true,
      isChecked: async () => at?.isOn,
      async setChecked(isOn: boolean) {
        if (at) at.isOn = isOn;
        presses.push(`${isOn ? 'on' : 'off'} ${at?.selector ?? selectors[0]}`);
      },
      async hover() {
        vi.setSystemTime(Date.now() + 200);
        if (!find(selectors)) throw new Error('Timeout exceeded while waiting to hover');
      },
      async click() {
        vi.setSystemTime(Date.now() + 200);
        const found = find(selectors);
        if (!found) throw new Error('Timeout exceeded while waiting to click');
        presses.push(found);
        for (const each of opens[found] ?? []) shown.add(each);
      },
      boundingBox: async () => ({ x: 0 }),
    } as unknown as Locator;
  };
  return { page: { locator } as unknown as Page, presses };
}

it('presses a control that is on screen, once it has rested', async () => {
  const { page, presses } = notice([ACCEPT, OPENER]);
  await press(page, 'accept');
  expect(presses).toEqual([ACCEPT]);
  expect(Date.now()).toBeGreaterThan(600);
});

it.each(['reject', 'withdraw'])('presses %s at once: a no needs no rest', async (action) => {
  const { page, presses } = notice([`s9-consent [data-action="${action}"]`, OPENER]);
  await press(page, action);
  expect(presses).toHaveLength(1);
  expect(Date.now()).toBeLessThan(600);
});

it('opens the panel first where the control stands behind the permanent one', async () => {
  const { page, presses } = notice([OPENER], { [OPENER]: [ACCEPT] });
  await press(page, 'accept');
  expect(presses).toEqual([OPENER, ACCEPT]);
});

it('tells that there is no such control', async () => {
  const missing = /The notice shows no control for "accept": is the widget on this page\?/;
  await expect(press(notice([]).page, 'accept')).rejects.toThrow(missing);
  await expect(press(notice([OPENER]).page, 'accept')).rejects.toThrow(missing);
});

it('switches exactly what was asked for on, and saves', async () => {
  const { page, presses } = notice([SWITCHES, ANALYTICS, FILMS, SAVE], {}, [
    { selector: 'necessary', isOn: true, isLocked: true },
    { selector: 'social', isOn: true },
    { selector: ANALYTICS, isOn: false },
    { selector: FILMS, isOn: false },
  ]);
  await choose(page, ['analytics', 'service:films']);
  expect(presses).toEqual(['off social', `on ${ANALYTICS}`, `on ${FILMS}`, SAVE]);
});

it('shows the services that are folded, the last ones first', async () => {
  const folds = [`${FOLDS} 1`, `${FOLDS} 2`];
  const { page, presses } = notice([SWITCHES, SAVE, ...folds], { [`${FOLDS} 1`]: [FILMS] });
  await choose(page, ['service:films']);
  expect(presses).toEqual([...folds.reverse(), `on ${FILMS}`, SAVE]);
});

it('opens preferences from the notice, or from the permanent control', async () => {
  for (const way of [CHOOSE, CONTROL]) {
    const { page, presses } = notice([way], { [way]: [SWITCHES, SAVE] });
    await choose(page, []);
    expect(presses).toEqual([way, SAVE]);
  }
});

it('tells which switch is not there', async () => {
  const { page } = notice([SWITCHES, SAVE]);
  await expect(choose(page, ['service:films'])).rejects.toThrow('the switch of service:films');
  await expect(choose(notice([]).page, [])).rejects.toThrow('no control for "choose"');
});
