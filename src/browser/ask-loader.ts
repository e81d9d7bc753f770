// Brings the question and draws the permanent control, both in the one element of ours.
import type { Ask, AskHost, AskLoader } from '../core/ports.ts';
import { createHost } from './host.ts';

/** Fetches the UI and makes an `Ask` of it; `null` when it is not to be had. */
export type LoadAsk = (root: ShadowRoot, host: AskHost) => Promise<Ask | null>;

export function createAskLoader(loadAsk: LoadAsk, theme: string, isOwnControl: boolean): AskLoader {
  const host = createHost(theme);
  const hasOwn = () => isOwnControl && document.querySelector('[data-consent-open]') !== null;
  return {
    load: (askHost) => loadAsk(host().root, askHost).catch(() => null),
    control(shown, open) {
      const isShown = shown && !hasOwn();
      // Nothing is drawn, not even hidden, before there is something to show.
      if (isShown || document.querySelector('s9-consent')) host().control(isShown, open);
    },
  };
}
