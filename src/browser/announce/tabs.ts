// Other tabs of the site, and this page when it comes back from the back/forward cache.
import { NAME } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { Tabs } from '../../core/ports.ts';

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    // Missing, or throwing where storage is blocked (F-01, F-16): the page events below remain.
    return null;
  }
}

export function createTabs(): Tabs & { hear(isRestored?: boolean): void } {
  const channel = openChannel();
  let listener: ((isRestored: boolean) => void) | undefined;
  const hear = (isRestored = false): void => listener?.(isRestored);
  if (channel) channel.onmessage = () => hear();
  addEventListener('pageshow', (event) => event.persisted && hear(true));
  own(document).addEventListener('visibilitychange', () => {
    // A picture of that name is not `hidden`: it reads once too often.
    const { visibilityState } = document;
    if (visibilityState !== 'hidden') hear();
  });
  return {
    hear,
    tell: () => channel?.postMessage(0),
    onTold(listen) {
      listener = listen;
    },
  };
}
