// Facts about the visit, and its page views; nothing is read before it is asked for (L-10).
import type { Visit } from '../../core/telemetry/outside.ts';
import type { AgentHints } from '../../core/telemetry/user-agent.ts';
import { uuid } from '../crypto/web-crypto.ts';
import { keepLink } from './link.ts';

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
  addEventListener('hashchange', listener);
  hearCalls('pushState', listener);
  hearCalls('replaceState', listener);
}

/** Not as a picture of that name has it. */
const ofDocument = (name: 'referrer' | 'visibilityState'): string =>
  Reflect.get(Document.prototype, name, document) as string;

const ACTS = ['pointerdown', 'keydown', 'wheel', 'scroll', 'touchmove'];

export const visit: Visit = {
  onView(listener, pageOf) {
    let seen = pageOf(location.href);
    listener();
    onNavigation(() => {
      const page = pageOf(location.href);
      if (page === seen) return;
      seen = page;
      listener();
    });
  },
  onPresence(listener) {
    // It bubbles: the page's own names for things are all on its document.
    addEventListener('visibilitychange', () =>
      listener(visit.now().isVisible ? 'shown' : 'hidden'),
    );
    // Not `unload`, which keeps pages out of the back/forward cache (F-20); `hidden` may be the last word (F-22).
    addEventListener('pagehide', () => listener('gone'));
    for (const type of ACTS) {
      addEventListener(type, () => listener('acted'), { capture: true, passive: true });
    }
  },
  now: () => ({
    isVisible: ofDocument('visibilityState') !== 'hidden',
    ms: performance.now(),
  }),
  link: (kind, recordId) => keepLink(kind, { id: uuid(), recordId, at: Date.now() }),
  facts: () => ({
    url: location.href,
    referrer: ofDocument('referrer'),
    userAgent: navigator.userAgent,
    // Low entropy alone, which every request says too (S-11).
    hints: (navigator as { userAgentData?: AgentHints }).userAgentData,
    isDriven: navigator.webdriver,
    language: navigator.language,
  }),
};
