// Brings the question and draws the permanent control, both in the one element of ours.
import type { Ask, AskHost, AskLoader } from '../core/ports.ts';
import { createHost, type Host } from './host.ts';

/** Fetches the UI and makes an `Ask` of it; `null` when it is not to be had. */
export type LoadAsk = (root: ShadowRoot, host: AskHost) => Promise<Ask | null>;

export function createAskLoader(loadAsk: LoadAsk, theme: string, isOwnControl: boolean): AskLoader {
  let made: Host | undefined;
  const host = () => (made ??= createHost(theme));
  return {
    load: (askHost) => loadAsk(host().root, askHost),
    control(shown, open) {
      const hasOwn = isOwnControl && document.querySelector('[data-consent-open]');
      if (shown && !hasOwn) host().control(open);
      else made?.hideControl();
    },
  };
}
