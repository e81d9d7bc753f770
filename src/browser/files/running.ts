// Which script element runs right now, and which one is the tag.
import { own } from '../../core/own.ts';

/** Spelt out, for every further file has it: a picture of that name is no script. */
export const runningScript = (): unknown =>
  Reflect.get(Document.prototype, 'currentScript', document);

/** `null` where our code stands in no script element of the page. */
export function findTag(): HTMLScriptElement | null {
  const running = own(document).currentScript;
  // A module, or what a loader runs, is no current script; what was written into the page has no address.
  return running instanceof HTMLScriptElement && running.src
    ? running
    : own(document).querySelector<HTMLScriptElement>('script[src*="s9-consent.js"]');
}
