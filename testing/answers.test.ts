import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answersOf } from './answers.ts';
import { stateOf } from './fakes.ts';
import type { Told } from './hear/told.ts';
import { Widget } from './hear/widget.ts';
import { Timeline } from './judge/timeline.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }).setTimerTickMode('nextTimerAsync'));
afterEach(() => void vi.useRealTimers());

/** A page on which every control is there, and a widget that tells this when one is pressed. */
const stage = (...tells: readonly Told[]) => stageOf(() => tells);

/** @param tellsAt what the widget tells of which press. */
function stageOf(tellsAt: (press: number) => readonly Told[]) {
  let clicks = 0;
  const timeline = new Timeline();
  const widget = new Widget(timeline);
  widget.hear({ type: 'state', state: stateOf(null) });
  const presses: string[] = [];
  const locator = (selector: string): object => ({
    filter: () => locator(selector),
    first: () => locator(selector),
    or: () => locator(selector),
    all: async () => [],
    waitFor: async () => undefined,
    isVisible: async () => true,
    boundingBox: async () => ({}),
    setChecked: async () => void presses.push(selector),
    hover: async () => void vi.setSystemTime(Date.now() + 700),
    async click() {
      vi.setSystemTime(Date.now() + 700);
      presses.push(selector);
      for (const each of tellsAt(++clicks)) widget.hear(each);
    },
  });
  const rest = () => Promise.resolve(void presses.push('rest'));
  const page = { locator } as unknown as Page;
  return { answers: answersOf(page, { timeline, widget }, rest), timeline, presses };
}

const state = (...granted: Parameters<typeof stateOf>): Told => ({
  type: 'state',
  state: stateOf(...granted),
});

it.each([
  ['accept', 'accept-all', 'after accept'],
  ['reject', 'reject-all', 'after reject'],
  ['withdraw', 'withdraw', 'after withdrawal'],
] as const)(
  'settles the page, presses %s, and waits until it was told',
  async (name, source, now) => {
    const { answers, timeline, presses } = stage(state(source));
    await answers[name]();
    expect(presses).toEqual(['rest', `s9-consent [data-action="${name}"]`]);
    expect(timeline.now.name).toBe(now);
  },
);

it('switches on what was chosen, and saves', async () => {
  const { answers, presses } = stage(state('custom', 'social'));
  await answers.choose('social', 'service:films');
  expect(presses).toEqual([
    'rest',
    's9-consent [data-purpose="social"]',
    's9-consent [data-service="films"]',
    's9-consent [data-action="save"]',
  ]);
});

it('tells why the widget refused the press', async () => {
  const { answers } = stage({ type: 'refused', reason: 'covered' });
  const told = expect(answers.accept()).rejects.toThrow(
    'accept(): the widget did not take the press: covered; if page.clock is paused, let it run',
  );
  await vi.runAllTimersAsync();
  await told;
});

it('tells that the widget told nothing, or the same again', async () => {
  for (const tells of [[], [state(null)]]) {
    const { answers } = stage(...tells);
    const told = expect(answers.choose()).rejects.toThrow(
      'choose(): the widget did not take the press: it told nothing',
    );
    await vi.runAllTimersAsync();
    await told;
  }
});

it('presses again what was refused, as whoever is told to does', async () => {
  const { answers, presses, timeline } = stageOf((press) =>
    press < 3 ? [{ type: 'refused', reason: 'covered' }] : [state('accept-all', 'social')],
  );
  await answers.accept();
  const accept = 's9-consent [data-action="accept"]';
  expect(presses).toEqual(['rest', accept, accept, accept]);
  expect(timeline.now.name).toBe('after accept');
});

it('waits for what is told late', async () => {
  const { answers, timeline } = stage();
  const widget = new Widget(timeline);
  setTimeout(() => widget.hear(state('accept-all', 'social')), 4_900);
  const accepted = answers.accept();
  await vi.runAllTimersAsync();
  await accepted;
  expect(timeline.now.name).toBe('after accept');
});
