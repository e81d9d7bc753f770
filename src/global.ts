// What the page's own types gain: `window.social9`, and the events on `document`.
import type { Announcements, AnnouncementType } from './core/announcements.ts';
import type { Consent } from './core/consent.ts';

/** A call that waits for the widget; called once, with its object. */
export type Command = (consent: Consent) => void;

/**
 * `window.social9`. Before the tag has loaded a page makes it itself, for the calls that wait.
 *
 * @example
 * window.social9 ??= { queue: [] };
 * window.social9.queue.push((consent) => consent.on('change', (state) => console.log(state.purposes)));
 */
export interface Social9 {
  /** The same object that `createConsent()` returns; there once the tag has run. */
  consent?: Consent;
  /** Takes calls, before and after. */
  queue: { push(command: Command): unknown };
}

/** `s9:ready`, `s9:change` …, each with its detail. */
type ConsentEvents = { [T in AnnouncementType as `s9:${T}`]: CustomEvent<Announcements[T]> };

declare global {
  interface Window {
    /** Missing until the tag has run, or the page has made it. */
    social9?: Social9;
  }
  // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's events.
  interface DocumentEventMap extends ConsentEvents {}
}
