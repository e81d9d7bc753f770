// Facts about the visit, and its page views; nothing is read before it is asked for (L-10).
import { own } from '../../core/own.ts';
import type { Visit } from '../../core/telemetry/outside.ts';

/** Calls back after each call of the page that succeeded; whoever wraps it after us calls ours. */
function hearCalls(name: 'pushState' | 'replaceState', listener: () => void): void {
  const before = history[name];
  try {
    history[name] = function (this: History, ...given) {
      before.apply(this, given);
      // An error of ours is none of the page's.
      queueMicrotask(listener);
    };
  } catch {
    // A page that forbids it keeps its own.
  }
}

/** By the Navigation API where there is one (not in WebKitGTK), else by the calls that navigate (F-27). */
function onNavigation(listener: () => void): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) return navigation.addEventListener('currententrychange', listener);
  addEventListener('popstate', listener);
  hearCalls('pushState', listener);
  hearCalls('replaceState', listener);
}

const ACTS = ['pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'];

export const visit: Visit = {
  onView(listener) {
    let seen = location.pathname;
    listener();
    onNavigation(() => {
      if (location.pathname === seen) return;
      seen = location.pathname;
      listener();
    });
  },
  onPresence(listener) {
    own(document).addEventListener('visibilitychange', () =>
      listener(visit.now().isVisible ? 'shown' : 'hidden'),
    );
    // Not `unload`, which keeps pages out of the back/forward cache (F-20); `hidden` may be the last word (F-22).
    addEventListener('pagehide', () => listener('gone'));
    for (const type of ACTS) {
      addEventListener(type, () => listener('acted'), { capture: true, passive: true });
    }
  },
  now: () => ({
    // Not as a picture of that name has it.
    isVisible: own(document).visibilityState !== 'hidden',
    ms: performance.now(),
  }),
  facts: () => ({
    url: location.href,
    referrer: own(document).referrer,
    userAgent: navigator.userAgent,
    language: navigator.language,
  }),
};
