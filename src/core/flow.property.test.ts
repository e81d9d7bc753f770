// L-11: whatever happens, in whatever order, nothing is granted but by Accept, by Save, or by the site's
// own control inside a person's gesture.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createApi } from './api.ts';
import type { Answer } from './choice/choice.ts';
import { answerOf, POLICY, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled } from './fakes.ts';
import { createFlow } from './flow.ts';
import type { PolicyTerms } from './policy/policy.ts';

const DAY_MS = 86_400_000;
const IDS = ['analytics', 'social', 'service:film', 'service:pins'];
const NEW_TERMS: PolicyTerms = {
  ...POLICY,
  purposes: POLICY.purposes.map((each) =>
    each.id === 'social' ? { ...each, recipients: ['Film House', 'Ad House'] } : each,
  ),
};

/** Anyone can write into the site's own database (F-11, F-49). */
const FORGED: readonly unknown[] = [
  null,
  'granted',
  { shape: 2, purposes: { analytics: true }, services: {} },
  { shape: 1, purposes: { analytics: true, social: true }, services: {}, expiresAt: Infinity },
  { folded: 3, from: 0, until: 0, hash: null },
];

/** A browser on one site: pages come and go, what is on disk stays. */
async function browser() {
  let world = fakeWorld();
  let isGesture = false;
  let policy = POLICY;
  let gpc = false;

  async function load() {
    const flow = createFlow({ ...SETTINGS, policy }, { ...world.ports, signals: { gpc } });
    const ready = flow.begin();
    const api = createApi({
      ready,
      flow: () => flow,
      takePress: () => (isGesture ? undefined : 'no-gesture'),
      announce: () => {},
      watch: () => {},
      on: () => () => {},
    });
    await ready;
    return { flow, api };
  }
  let page = await load();

  const reload = async () => {
    const { disk, clock } = world;
    world = fakeWorld();
    world.disk.history = disk.history;
    world.clock.ms = clock.ms;
    page = await load();
  };
  /** Wherever the page stands, a person can come to a control first. */
  const answer = async (ids: string[], source?: Answer['source']) => {
    await page.flow.asking.open('preferences');
    world.answer(answerOf(ids, source));
  };
  const HARMLESS = {
    'open the notice': () => page.flow.asking.open('banner'),
    'open preferences': () => page.flow.asking.open('preferences'),
    close: () => page.flow.asking.close(),
    reload,
    'hear another tab': () => world.tell(),
    'come back from the back/forward cache': () => world.tell(true),
    'hold a frame': () => world.frames([{} as Element]),
    'refuse a press': () => world.host()?.refused('accept', 'untrusted'),
    'see the view change': () => world.host()?.viewed('preferences'),
    'a script accepts': () => page.api.accept(),
    'a script sets': () => page.api.set({ analytics: true, 'service:film': true }),
    'two years pass': () => (world.clock.ms += 730 * DAY_MS),
    'a day passes': () => (world.clock.ms += DAY_MS),
    'the clock is set back': () => (world.clock.ms -= 400 * DAY_MS),
    'the policy changes': () => {
      policy = policy === POLICY ? NEW_TERMS : POLICY;
      return reload();
    },
    'the signal turns': () => {
      gpc = !gpc;
      return reload();
    },
    'the record is forged': () => {
      world.disk.history = [...world.disk.history, FORGED[world.disk.history.length % 5]];
    },
    'storage is lost': () => {
      world.disk.history = [];
    },
  };
  const TAKING = {
    'reject all': () => answer([], 'reject-all'),
    withdraw: () => answer([], 'withdraw'),
    'save with everything off': () => answer([]),
    'the site rejects': () => page.api.reject(),
    'the site withdraws': () => page.api.withdraw(),
  };
  const GRANTING: Record<string, { ids: string[]; act: () => unknown }> = {
    accept: {
      ids: IDS,
      act: () => answer(['analytics', 'social', 'film', 'pins'], 'accept-all'),
    },
    'save with one switch on': {
      ids: ['service:film'],
      act: () => answer(['film']),
    },
    "press the site's own control": {
      ids: ['analytics'],
      act: async () => {
        isGesture = true;
        const setting = page.api.set({ analytics: true, social: false });
        isGesture = false;
        await setting;
      },
    },
  };
  const act = { ...HARMLESS, ...TAKING };
  return {
    granted: () => IDS.filter((id) => page.flow.allows(id)),
    free: () => IDS.filter((id) => world.isFree(id)),
    harmless: act as Record<string, () => unknown>,
    taking: TAKING as Record<string, unknown>,
    granting: GRANTING,
  };
}

const { harmless, granting } = await browser();
const nothingGranting = fc.array(fc.constantFrom(...Object.keys(harmless)), { maxLength: 12 });
const anything = fc.array(
  fc.constantFrom(...Object.keys(harmless), ...Object.keys(granting), ...Object.keys(granting)),
  { maxLength: 12 },
);

it('L-11 no sequence without an answer grants anything', async () => {
  await fc.assert(
    fc.asyncProperty(nothingGranting, async (steps) => {
      const { harmless: act, granted, free } = await browser();
      for (const step of steps) {
        await act[step]?.();
        await settled();
        expect(granted()).toEqual([]);
        expect(free()).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
}, 180_000);

it('L-11 L-19 in any sequence nothing is granted but what the answers since the last no granted', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (steps) => {
      const { harmless: act, taking, granting: grant, granted, free } = await browser();
      let answered = new Set<string>();
      for (const step of steps) {
        const yes = grant[step];
        for (const id of yes?.ids ?? []) answered.add(id);
        if (step in taking) answered = new Set();
        await (yes ? yes.act() : act[step]?.());
        await settled();
        expect([...answered]).toEqual(expect.arrayContaining(granted()));
        expect(granted()).toEqual(expect.arrayContaining(free()));
      }
    }),
    { numRuns: 2000 },
  );
}, 180_000);
