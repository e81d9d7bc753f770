// Which script element is the tag.
import { own } from '../../core/own.ts';

/** `null` where our code stands in no script element of the page. */
export function findTag(): HTMLScriptElement | null {
  const running = own(document).currentScript;
  // A module, or what a loader runs, is no current script; what was written into the page has no address, and beside
  // `blob:` and `data:` stands nothing.
  return running instanceof HTMLScriptElement && /^(?!blob|data)./.test(running.src)
    ? running
    : own(document).querySelector<HTMLScriptElement>('script[src*="s9-consent.js"]');
}
