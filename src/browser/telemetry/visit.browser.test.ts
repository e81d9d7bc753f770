// What counts as a view of the page, in a browser with the Navigation API and in one without.
import { afterEach, expect, it, vi } from 'vitest';
import { visit } from './visit.ts';

const START = location.href;
const { pushState, replaceState } = history;

/** Views from now on. Nobody stops listening, so each has a list of its own. */
function begin(): string[] {
  const views: string[] = [];
  visit.onView(
    () => views.push(location.pathname),
    (url) => new URL(url).pathname,
  );
  return views;
}
/** We are told after the page's own call has come back. */
const settled = () => Promise.resolve();
const withoutNavigationApi = () => vi.stubGlobal('navigation', undefined);

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(history, 'pushState');
  Reflect.deleteProperty(history, 'replaceState');
  history.replaceState(null, '', START);
});

for (const [api, prepare] of [
  ['with the Navigation API', () => undefined],
  ['without it', withoutNavigationApi],
] as const) {
  it(`F-27 ${api}: the page, and each other path it goes to by a call`, async () => {
    const here = location.pathname;
    prepare();
    const views = begin();
    history.pushState(null, '', '/two');
    await settled();
    history.replaceState(null, '', '/three?a');
    await settled();
    history.replaceState(null, '', '/three?b#c');
    await settled();
    expect(views).toEqual([here, '/two', '/three']);
  });
}

it('F-27 with the Navigation API the page’s own functions stay as they are', () => {
  begin();
  expect(history.pushState).toBe(pushState);
  expect(history.replaceState).toBe(replaceState);
});

it('F-27 a call gets, gives and throws what it did', () => {
  withoutNavigationApi();
  begin();
  expect(history.pushState({ mine: 1 }, '', '/two')).toBeUndefined();
  expect(history.state).toEqual({ mine: 1 });
  expect(() => history.pushState(() => 0, '', '/no')).toThrow(DOMException);
  expect(() => history.pushState(null, '', 'https://other.example/')).toThrow(DOMException);
  const loose = history.pushState;
  expect(() => loose(null, '', '/no')).toThrow(TypeError);
  expect(location.pathname).toBe('/two');
});

it('F-27 a page that wraps before us and after us has all its calls, and we ours', async () => {
  const calls: string[] = [];
  const wrap = (name: string) => {
    const before = history.pushState;
    history.pushState = function (...given) {
      calls.push(name);
      before.apply(this, given);
    };
  };
  withoutNavigationApi();
  wrap('before');
  const views = begin();
  wrap('after');
  history.pushState(null, '', '/two');
  await settled();
  expect(calls).toEqual(['after', 'before']);
  expect(views.at(-1)).toBe('/two');
});

it('F-27 a page that allows nobody to wrap keeps its own, and its view is counted', () => {
  withoutNavigationApi();
  Object.defineProperty(history, 'pushState', {
    value: pushState,
    writable: false,
    configurable: true,
  });
  const views = begin();
  expect(history.pushState).toBe(pushState);
  expect(views).toHaveLength(1);
});
