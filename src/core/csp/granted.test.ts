import { describe, expect, it } from 'vitest';
import { mirrorCookies } from '../announce/mirror.ts';
import { POLICY } from '../choice/fakes.ts';
import type { ConsentState } from '../choice/state.ts';
import { declaredIn } from './declared.ts';
import { GIVEN, STANDARD } from './fakes.ts';
import { grantedBy, openedBy } from './granted.ts';

const TODAY = '2026-11-27';
const COOKIE =
  's9-consent=policy=2026-11-26&granted=ads.service:films.service:chat-box&decided=2026-11-01&until=2027-05-01';
const NOTHING = { purposes: [], services: [] };

describe('the cookie', () => {
  it('says what is granted, wherever it stands among others', () => {
    const granted = { purposes: ['ads'], services: ['films', 'chat-box'] };
    for (const cookies of [COOKIE, `a=1; ${COOKIE}; b=2`, `a=1;${COOKIE}`]) {
      expect(grantedBy(cookies, TODAY)).toEqual(granted);
    }
  });

  it('is the one that the widget writes', () => {
    const state = {
      purposes: { analytics: true, social: true },
      services: Object.fromEntries(
        POLICY.purposes.flatMap(({ services }) => services.map(({ id }) => [id, true])),
      ),
      policyVersion: '1',
      decidedAt: Date.UTC(2026, 10, 1),
      expiresAt: Date.UTC(2027, 4, 1),
      storage: 'indexeddb',
    } as unknown as ConsentState;
    const [, written = ''] = mirrorCookies(state, POLICY, Date.UTC(2026, 10, 27), true);
    const [pair = ''] = written.split(';');
    expect(pair).toContain('service:');
    expect(grantedBy(pair, TODAY).services).toEqual(
      POLICY.purposes.flatMap(({ services }) => services.map(({ id }) => id)),
    );
  });

  it.each([
    ['is not there', 'a=1; xs9-consent=granted=service:films&until=2099-01-01'],
    ['is empty', 's9-consent='],
    ['is over', COOKIE.replace('2027', '2025')],
    ['has no end', COOKIE.replace(/&until.*/, '')],
    ['has an end that is none', COOKIE.replace('2027-05-01', 'never')],
    ['is there twice', `${COOKIE}; ${COOKIE}`],
    ['grants nothing', 's9-consent=policy=1&granted=&until=2099-01-01'],
  ])('L-11 F-13 says nothing where it %s', (_, cookies) => {
    expect(grantedBy(cookies, TODAY)).toEqual(NOTHING);
  });

  it.each([null, undefined, ''])('says nothing where it is %s', (cookies) => {
    expect(grantedBy(cookies, TODAY)).toEqual(NOTHING);
  });

  it('counts on its last day', () => {
    expect(grantedBy(COOKIE, '2027-05-01').services).toEqual(['films', 'chat-box']);
    expect(grantedBy(COOKIE, '2027-05-02')).toEqual(NOTHING);
  });

  it('leaves out what is no id', () => {
    const cookies = 's9-consent=granted=<b>.service:a;b.service:x y&until=2099-01-01';
    expect(grantedBy(cookies, TODAY).services).toEqual([]);
  });
});

describe('what is open', () => {
  const { services: declared } = declaredIn(GIVEN, STANDARD);
  const open = (...given: Parameters<typeof openedBy>[0][]) =>
    given.map((each) => openedBy(each, declared).map(({ id }) => id))[0];

  it('is one service, or with its purpose all of them', () => {
    expect(open(['service:films'])).toEqual(['films']);
    expect(open(['ads'])).toEqual(['films', 'chat-box']);
    expect(open([])).toEqual([]);
  });

  it('L-20 is by a cookie each service alone: its purpose can be granted without them', () => {
    expect(open({ purposes: ['ads'], services: [] })).toEqual([]);
    expect(open({ purposes: [], services: ['chat-box'] })).toEqual(['chat-box']);
  });

  it('is nothing for an id that the policy does not have', () => {
    expect(open(['service:other', 'films', '__proto__'])).toEqual([]);
  });

  it.each([null, undefined, 'ads', true, { ads: true }])('refuses %s', (given) => {
    expect(() => openedBy(given as never, declared)).toThrow(/^granted: expected a list of ids/);
  });
});
