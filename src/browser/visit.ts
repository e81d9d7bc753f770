// Facts about the visit, and its page views; nothing is read before it is asked for (L-10).
import type { Visit } from '../core/ports.ts';

/** Navigation API where there is one (not in WebKit), else back and forward only (F-27). */
function onNavigation(listener: () => void): void {
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', listener);
  else addEventListener('popstate', listener);
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
    referrer: document.referrer,
    userAgent: navigator.userAgent,
    language: navigator.language,
  }),
};
