// What a page takes up that earlier pages have left.
import { describe, expect, it } from 'vitest';
import { answerOf, POLICY, SETTINGS } from './choice/fakes.ts';
import { fakeWorld, settled } from './fakes.ts';
import { createFlow } from './flow.ts';
import type { Settings } from './settings/settings.ts';

/** Analytics says that it stores something. */
const STORING: Settings = {
  ...SETTINGS,
  policy: {
    ...POLICY,
    purposes: POLICY.purposes.map((each) =>
      each.id === 'analytics' ? { ...each, cookies: [{ name: '_ga' }] } : each,
    ),
  },
};
const PROVING: Settings = { ...SETTINGS, proofEndpoint: '/proofs' };

const RESUMED = ['send owed', 'clean up'];

/** One site, page after page: what each of them takes up. */
function pages({ ports, events } = fakeWorld()) {
  return async (settings: Settings, ...granted: readonly string[][]): Promise<string[]> => {
    const flow = createFlow(settings, ports);
    events.length = 0;
    await flow.begin();
    await settled();
    const resumed = events.filter((event) => RESUMED.includes(event));
    for (const ids of granted) await flow.decide(answerOf(ids));
    return resumed;
  };
}

describe('L-19 what denied purposes may have stored since', () => {
  it('is looked for where one says that it stores, and after a choice', async () => {
    const next = pages();
    expect(await next(STORING, [])).toEqual([]);
    expect(await next(SETTINGS)).toEqual([]);
    expect(await next(STORING)).toEqual(['clean up']);
  });

  it('is not looked for where it is granted', async () => {
    const next = pages();
    await next(STORING, ['analytics', 'social', 'film', 'pins']);
    expect(await next(STORING)).toEqual([]);
  });
});

describe('L-25 proofs that are owed', () => {
  it('are sent where somebody is to have them, whatever was chosen', async () => {
    for (const answer of [[], ['analytics', 'social', 'film', 'pins']]) {
      const next = pages();
      await next(PROVING, answer);
      expect(await next(PROVING)).toContain('send owed');
      expect(await next(SETTINGS)).toEqual([]);
    }
  });

  it('L-10 are not sent before a choice', async () => {
    expect(await pages()(PROVING)).not.toContain('send owed');
  });
});

describe('F-31 that a choice ran out', () => {
  it('is written down by the next page, asked or not', async () => {
    for (const gpc of [false, true]) {
      const world = fakeWorld({ signals: { gpc } });
      const next = pages(world);
      await next(SETTINGS, ['analytics']);
      await next(SETTINGS);
      expect(world.events).not.toContain('keep expiry');
      world.clock.ms += 200 * 86_400_000;
      await next(SETTINGS);
      expect(world.events).toContain('keep expiry');
    }
  });
});
