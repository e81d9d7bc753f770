// The checks and answers that a Customer's test calls.
import type { Expected } from './declared/declared.ts';
import type { Leak } from './judge/leak.ts';

/** What `watchConsent()` returns. Every method settles the page first. */
export interface ConsentWatch {
  /**
   * Nothing has left and nothing is stored: before a choice, after a refusal, after a withdrawal.
   * Earlier times of silence count too.
   *
   * @throws Error that lists every leak; or that something is granted, so that silence is not due.
   */
  expectSilence(): Promise<void>;
  /**
   * Only declared hosts were spoken to, and only while granted; and nothing leaked in times of silence.
   *
   * @param expected by purpose id or `service:…`, hosts as in `allow`. Those of ids that are granted
   * now must each have been spoken to; those of others never. Write the whole table once and use it
   * after any choice. Default: the page's own policy, its endpoint under `analytics`; then nobody
   * must be spoken to, and the site's own stores must be declared as well.
   * @throws Error that lists every leak; or that nothing is granted, that an id is unknown, or that
   * the policy cannot be read.
   */
  expectOnly(expected?: Expected): Promise<void>;
  /**
   * Presses "Accept all".
   *
   * @throws Error when the notice shows no such control, or the widget does not take the press. The
   * same holds for the other answers. A press that grants is taken once the control has rested for
   * half a second of the page's clock: one that is paused must be resumed first.
   */
  accept(): Promise<void>;
  /** Presses "Reject all", in the notice or behind the permanent control. */
  reject(): Promise<void>;
  /** Presses "Withdraw" behind the permanent control. */
  withdraw(): Promise<void>;
  /** Switches exactly these on in preferences, and saves. Purpose ids and `service:…`. */
  choose(...ids: readonly string[]): Promise<void>;
  /** Everything `expectOnly()` would name but missing hosts, as data; never throws for a leak. */
  leaks(): Promise<readonly Leak[]>;
  /** Stops watching; what the page tells from then on is not heard. Not needed before closing it. */
  stop(): Promise<void>;
}
