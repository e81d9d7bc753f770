// What a Customer's test calls: the options of a watch and its checks.
import type { Expected } from './declared.ts';
import type { Leak } from './judge.ts';
import type { Settle } from './quiet.ts';

export interface WatchOptions {
  /**
   * Further addresses of the site's own: a host (`cdn.example.com`), all below one
   * (`*.example.com`), a host and port, the beginning of an address
   * (`https://cdn.example.com/fonts/`), or of a path of the site (`/worker.js`). Default: none. The
   * host and port the page is opened at, and the widget's files wherever they lie, need no mention.
   */
  readonly allow?: readonly string[];
  /**
   * Names of cookies, keys, databases, caches that the site cannot do without, such as a session
   * cookie; of a service worker, its script's path. `*` at the end stands for the rest. Default:
   * none. Cookies the context holds when watching begins, the widget's own database, and its
   * cookie for the server once there is a choice, need no mention.
   */
  readonly allowStored?: readonly string[];
  /**
   * Policy as given to `createConsent()`, for pages that start the widget from a bundle. Default:
   * read from the script tag, its `data-config`, `[data-s9-config]` and `social9.json` beside it.
   */
  readonly policy?: object;
  /** Endpoint as given to `createConsent()`. Default: read as `policy` is. */
  readonly endpoint?: string;
  /** When a page counts as at rest. */
  readonly settle?: Settle;
}

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
