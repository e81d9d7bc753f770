// What Customers can ask of the object, and what it does for them: member by member.
import { describe, expect, it } from 'vitest';
import { answerOf, SETTINGS } from './choice/fakes.ts';
import type { ConsentState } from './choice/state.ts';
import type { Consent } from './consent.ts';
import { complaint, fakeWorld, grantedPage, kept, pageOf, readyPage, settled } from './fakes.ts';
import { createFlow } from './flow.ts';

describe('ready', () => {
  it('resolves to the state once the stored choice has been read', async () => {
    const { consent } = await grantedPage('analytics');
    expect(await consent.ready).toMatchObject({ decided: true, purposes: { analytics: true } });
  });

  it('waits for it, and nothing is granted before', async () => {
    const world = fakeWorld();
    await (await readyPage(world)).flow.decide(answerOf(['analytics']));
    const { consent, begin } = pageOf(world);
    let isReady = false;
    void consent.ready.then(() => (isReady = true));
    await settled();
    expect([isReady, consent.allows('analytics'), consent.state.decided]).toEqual([
      false,
      false,
      false,
    ]);
    begin();
    await consent.ready;
    expect(consent.allows('analytics')).toBe(true);
  });
});

describe('state', () => {
  it('is a frozen snapshot, which stays what it was', async () => {
    const { consent, flow } = await readyPage();
    const before = consent.state;
    await flow.decide(answerOf(['analytics']));
    expect(before).toSatisfy(Object.isFrozen);
    expect(before).toMatchObject({ decided: false, purposes: { analytics: false } });
    expect(consent.state).toMatchObject({ decided: true, purposes: { analytics: true } });
  });
});

describe('allows', () => {
  it.each([
    ['necessary', true],
    ['analytics', false],
    ['social', true],
    ['service:film', true],
    ['service:pins', false],
    ['film', false],
    ['service:social', false],
    ['no-such-purpose', false],
    ['constructor', false],
    ['', false],
  ])('of %j is %s', async (id, isAllowed) => {
    expect((await grantedPage('social', 'film')).consent.allows(id)).toBe(isAllowed);
  });

  it('F-26 looks at the end of the choice each time', async () => {
    const { consent, clock } = await grantedPage('analytics');
    clock.ms = consent.state.expiresAt ?? 0;
    expect(consent.allows('analytics')).toBe(false);
  });

  it.each([undefined, null, 7, ['analytics']])('of %j says what it expects', async (id) => {
    const { consent } = await readyPage();
    for (const call of ['allows', 'whenAllowed'] as const) {
      expect(complaint(() => consent[call](id as unknown as string))).toBe(
        `consent.${call}: expected an id of the policy`,
      );
    }
  });
});

describe('whenAllowed', () => {
  /** Whether it has resolved by now. */
  const watched = (consent: Consent, id: string) => {
    const seen = { isAllowed: false };
    void consent.whenAllowed(id).then(() => (seen.isAllowed = true));
    return seen;
  };

  it('resolves at once where it is granted', async () => {
    const { consent } = await grantedPage('analytics', 'film');
    await consent.whenAllowed('analytics');
    await consent.whenAllowed('service:film');
  });

  it('thousands that wait hang on one listener, and none is left when they are settled', async () => {
    const page = await readyPage();
    const before = page.listeners();
    const all = Array.from({ length: 3000 }, () => page.consent.whenAllowed('analytics'));
    all.push(page.consent.whenAllowed('social'));
    await settled();
    expect(page.listeners()).toBe(before + 1);
    await page.flow.decide(answerOf(['analytics', 'social']));
    await Promise.all(all);
    await page.consent.whenAllowed('analytics');
    await settled();
    expect(page.listeners()).toBe(before);
  });

  it('resolves at the grant that was stored, once that has been read', async () => {
    const world = fakeWorld();
    await (await readyPage(world)).flow.decide(answerOf(['analytics']));
    const { consent, begin } = pageOf(world);
    const seen = watched(consent, 'analytics');
    await settled();
    expect(seen.isAllowed).toBe(false);
    begin();
    await settled();
    expect(seen.isAllowed).toBe(true);
  });

  it('resolves at a later grant, and not at a grant of something else', async () => {
    const { consent, flow } = await readyPage();
    const seen = watched(consent, 'analytics');
    await flow.decide(answerOf(['social', 'film']));
    await settled();
    expect(seen.isAllowed).toBe(false);
    await flow.decide(answerOf(['analytics']));
    await settled();
    expect(seen.isAllowed).toBe(true);
  });

  it('F-16 resolves at a grant of another tab', async () => {
    const world = fakeWorld();
    const { consent, tell } = await readyPage(world);
    const seen = watched(consent, 'analytics');
    const other = createFlow(SETTINGS, { ...world.ports, tabs: { tell() {}, onTold() {} } });
    await other.begin();
    await other.decide(answerOf(['analytics']));
    tell();
    await settled();
    expect(seen.isAllowed).toBe(true);
  });
});

describe('open and close', () => {
  it.each(['banner', 'preferences', 'data'] as const)('open shows %s', async (view) => {
    const { consent, shown } = await grantedPage('analytics');
    await consent.open(view);
    expect(shown()).toBe(view);
  });

  it('L-11 close is no answer', async () => {
    const { consent, shown, events } = await readyPage();
    expect(shown()).toBe('banner');
    await consent.close();
    expect(shown()).toBeNull();
    expect(kept(events)).toBe(0);
    expect(consent.state.decided).toBe(false);
  });

  it('wait until the page is ready', async () => {
    const world = fakeWorld();
    await (await readyPage(world)).flow.decide(answerOf([]));
    const { consent, begin, shown } = pageOf(world);
    const opening = consent.open('preferences');
    await settled();
    expect(shown()).toBeNull();
    begin();
    await opening;
    expect(shown()).toBe('preferences');
  });

  it.each(['popup', '', null, undefined, 'constructor'])(
    'open(%j) says what it expects',
    (view) => {
      const { consent } = pageOf();
      expect(complaint(() => consent.open(view as 'banner'))).toBe(
        'consent.open: expected one of banner,preferences,data',
      );
    },
  );
});

describe('watch', () => {
  it('hands the root on', async () => {
    const { consent, events } = await readyPage();
    consent.watch({ [Symbol.toStringTag]: 'ShadowRoot' });
    expect(events).toEqual(['watch']);
  });

  it.each([null, undefined, {}, 'root', [], 0])('%j is no shadow root', async (root) => {
    const { consent, events } = await readyPage();
    expect(() => consent.watch(root as object)).toThrow('consent.watch: expected a ShadowRoot');
    expect(events).toEqual([]);
  });
});

describe('on', () => {
  it('hears what the page is told from now on, until it is taken off', async () => {
    const { consent, flow } = await readyPage();
    const heard: ConsentState[] = [];
    const off = consent.on('change', (state) => heard.push(state));
    await flow.decide(answerOf(['analytics']));
    off();
    await flow.decide(answerOf([]));
    expect(heard).toMatchObject([{ purposes: { analytics: true } }]);
  });

  it('hears of each type alone', async () => {
    const { consent } = await readyPage();
    const heard: string[] = [];
    consent.on('change', () => heard.push('change'));
    consent.on('refused', ({ reason }) => heard.push(reason));
    await consent.accept();
    expect(heard).toEqual(['no-gesture']);
  });

  it.each(['changed', '', undefined, 'toString'])('of %j says what it expects', async (type) => {
    const { consent } = await readyPage();
    expect(complaint(() => consent.on(type as 'change', () => undefined))).toBe(
      'consent.on: expected one of ready,change,open,close,release,collection,refused,error',
    );
  });

  it.each([undefined, null, {}, 'listener'])('with %j says what it expects', async (listener) => {
    const { consent } = await readyPage();
    expect(complaint(() => consent.on('change', listener as never))).toBe(
      'consent.on: expected a function',
    );
  });
});
