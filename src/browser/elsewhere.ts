// Other tabs of the site, and this page when it comes back from the back/forward cache.
import type { Elsewhere } from '../core/ports.ts';

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel('s9-consent');
  } catch {
    // Missing, or throwing where storage is blocked (F-01, F-16): the page events below remain.
    return null;
  }
}

export function createElsewhere(): Elsewhere {
  const channel = openChannel();
  return {
    tell: () => channel?.postMessage(0),
    onNews(listener) {
      if (channel) channel.onmessage = () => listener(false);
      addEventListener('pageshow', (event) => event.persisted && listener(true));
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener(false);
      });
    },
  };
}
