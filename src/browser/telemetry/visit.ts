// Facts about the visit, and its page views; nothing is read before it is asked for (L-10).
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
  facts: () => ({
    url: location.href,
    // Not as a picture of that name has it.
    referrer: Reflect.get(Document.prototype, 'referrer', document) as string,
    userAgent: navigator.userAgent,
    language: navigator.language,
  }),
};
