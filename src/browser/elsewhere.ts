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

export function createElsewhere(): Elsewhere & { hear(isRestored?: boolean): void } {
  const channel = openChannel();
  let listener: ((isRestored: boolean) => void) | undefined;
  const hear = (isRestored = false): void => listener?.(isRestored);
  if (channel) channel.onmessage = () => hear();
  addEventListener('pageshow', (event) => event.persisted && hear(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hear();
  });
  return {
    hear,
    tell: () => channel?.postMessage(0),
    onNews(listen) {
      listener = listen;
    },
  };
}
