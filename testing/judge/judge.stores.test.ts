// Whatever stays in the browser is a leak before a choice, and is named.
import { expect, test } from 'vitest';
import type { Stored, StoreKind } from '../facts/fact.ts';
import { entriesIn, granted, kept, lawOf, nearShop, SHOP, SILENCE, TRACKER } from '../fakes.ts';
import { leaksIn } from './judge.ts';
import type { Law } from './law.ts';
import type { Phase } from './phase.ts';

const STORE =
  'store it after whenAllowed(…); if the site cannot do without it, list it in allowStored';

/** What a Customer reads of one that is called `id`. */
const SAYS: Readonly<Record<StoreKind, string>> = {
  cookie: 'the cookie "id" was set for shop.example',
  localStorage: 'localStorage holds "id" for shop.example',
  sessionStorage: 'sessionStorage holds "id" for shop.example',
  indexedDB: 'the IndexedDB database "id" exists for shop.example',
  'cache-storage': 'the cache "id" exists for shop.example (Cache Storage)',
  'service-worker': 'a service worker is registered at id',
  'storage-bucket': 'the storage bucket "id" exists for shop.example',
  file: 'the private file "id" exists for shop.example',
  'window.name': 'window.name was set to "id"',
};

const named = (phase: Phase, stored: readonly Stored[], law: Partial<Law> = {}): string[] =>
  leaksIn(entriesIn(phase, ...stored), lawOf(law)).map(({ kind, what }) => `${kind}: ${what}`);

for (const [kind, what] of Object.entries(SAYS) as [StoreKind, string][]) {
  test(`L-10 ${kind}`, () => {
    const [leak, ...others] = leaksIn(entriesIn(SILENCE, kept(kind, 'id')), lawOf());
    expect(leak).toMatchObject({ kind, what, url: SHOP, host: 'shop.example', by: null });
    expect(leak?.advice).toBe(
      kind === 'service-worker'
        ? 'register it after whenAllowed(…), or list it in allowStored'
        : STORE,
    );
    expect(others).toEqual([]);
  });
}

test('a name is told as it is, with a dollar sign too', () => {
  expect(named(SILENCE, [kept('localStorage', "$& and $'")])).toEqual([
    'localStorage: localStorage holds "$& and $\'" for shop.example',
  ]);
});

test("the widget's own database is no leak, and nothing else that bears its name", () => {
  expect(named(SILENCE, [kept('indexedDB', 's9-consent')])).toEqual([]);
  expect(named(SILENCE, [kept('localStorage', 's9-consent')])).toHaveLength(1);
});

test('F-13 the cookie that tells the server of a choice is a leak before there is one', () => {
  const mirror = [kept('cookie', 's9-consent')];
  expect(named(SILENCE, mirror)).toEqual([
    'cookie: the cookie "s9-consent" was set for shop.example',
  ]);
  expect(named(granted('analytics'), mirror)).toEqual([]);
});

test('names that are allowed are no leaks, before a choice and after it', () => {
  const stored = [kept('localStorage', 'cart_1'), kept('cookie', 'session'), kept('file', 'x')];
  const law = { allowStored: ['cart_*', 'session'] };
  expect(named(SILENCE, stored, law)).toEqual([
    'file: the private file "x" exists for shop.example',
  ]);
  expect(named(granted('analytics'), stored, law)).toHaveLength(1);
});

test('L-20 what the site stores under a grant is declared by name', () => {
  const law = { stores: { analytics: ['_ga*'], social: ['_fb'] } };
  const [ga, fb] = [kept('cookie', '_ga_1', `${SHOP}page`), kept('cookie', '_fb')];
  expect(named(granted('analytics'), [ga, fb], law)).toEqual([
    'cookie: the cookie "_fb" was set for shop.example',
  ]);
  const [leak] = leaksIn(entriesIn(granted('analytics'), fb), lawOf(law));
  expect(leak?.advice).toBe(
    "nothing granted declares it: declare it in the purpose's cookies or storage",
  );
  expect(leak?.when).toBe('after accept');
});

test('a cookie for the whole domain is the own site', () => {
  const near = nearShop();
  near.ownHost = 'www.shop.example:8080';
  const law = { near, stores: { analytics: ['_ga'] } };
  expect(named(granted('analytics'), [kept('cookie', '_ga')], law)).toEqual([]);
  expect(named(granted('analytics'), [kept('localStorage', '_ga')], law)).toHaveLength(1);
});

test('what others store counts as theirs: their host is declared, not the name', () => {
  const seen = [kept('cookie', 'seen', `${TRACKER}/`)];
  const law = { stores: { analytics: ['seen'] } };
  expect(named(granted('analytics'), seen, law)).toEqual([
    'cookie: the cookie "seen" was set for tracker.example',
  ]);
  const hosts = { analytics: ['tracker.example'] };
  expect(named(granted('analytics'), seen, { hosts })).toEqual([]);
});

test('without a policy that can be read, what the site itself stores under a grant is not judged', () => {
  const law = { hosts: { analytics: [] }, stores: null };
  expect(named(granted('analytics'), [kept('cookie', 'any')], law)).toEqual([]);
  expect(named(SILENCE, [kept('cookie', 'any')], law)).toHaveLength(1);
});

test('a cookie that stands in the answer and in the jar is told once', () => {
  const answer = { ...kept('cookie', 'id', 'https://www.shop.example/a'), by: 'the answer' };
  const jar = kept('cookie', 'id', 'https://shop.example/');
  expect(leaksIn(entriesIn(SILENCE, answer, jar), lawOf())).toMatchObject([{ by: 'the answer' }]);
  expect(named(SILENCE, [jar, kept('cookie', 'id', `${TRACKER}/`)])).toHaveLength(2);
});

test('a store that is found at every look is told once, and again after the grant', () => {
  const store = kept('localStorage', 'id');
  expect(named(SILENCE, [store, store])).toHaveLength(1);
  const entries = [...entriesIn(SILENCE, store), ...entriesIn(granted('social'), store)];
  expect(leaksIn(entries, lawOf())).toHaveLength(2);
});
