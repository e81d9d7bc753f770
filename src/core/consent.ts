// The object Customers call, as they see it.
import type { Listen } from './announcements.ts';
import type { View } from './ask/ask.ts';
import type { CollectionStates } from './choice/collections.ts';
import type { ConsentState } from './choice/state.ts';
import type { KantaraReceipt } from './receipt/kantara.ts';
import type { Receipt } from './receipt/receipt.ts';
import type { Erased, Exported } from './rights/exported.ts';
import type { AttributesOf, DeclaringPolicy } from './telemetry/custom.ts';

/**
 * `window.social9.consent`, and what `createConsent()` returns. Wrong arguments throw a TypeError.
 *
 * @typeParam Given the Customer's own policy: `track` takes what that declares, and nothing else compiles.
 */
export interface Consent<Given extends DeclaringPolicy = DeclaringPolicy> {
  /** Resolves once the stored choice has been read, or found missing. Never rejects. */
  readonly ready: Promise<ConsentState>;
  /** A frozen snapshot; nothing is granted in it before `ready`. */
  readonly state: ConsentState;
  /** Whether a purpose, or `service:…`, is granted now. `false` until known; checks expiry each time. */
  allows(id: string): boolean;
  /** Resolves at the grant, now or later. */
  whenAllowed(id: string): Promise<void>;
  /**
   * Answers for the person, from a control of the Customer's own. Grants count only for a person's press on
   * such a control, within a second of it; one press is good for one answer. Denials always count. Keys are
   * purposes and `service:…`; what is not named stays as it is, and is a no where nobody has answered it yet.
   *
   * @throws TypeError for what is no id of the policy, or no true or false; as a rejection where the settings have not
   *   come.
   */
  set(values: Readonly<Record<string, boolean>>): Promise<void>;
  /** Grants everything, under the same condition as `set`. */
  accept(): Promise<void>;
  /** Denies everything that is not necessary. Always allowed. */
  reject(): Promise<void>;
  /** What was agreed to in forms, by collection; frozen, looked up each time. Empty before `ready`. */
  readonly collections: CollectionStates;
  /**
   * Takes back every grant, and leaves what was agreed to in forms; with the id of a collection, that one
   * alone. Always allowed.
   *
   * @param press the event of the person's press that asks for it, within ten seconds: with a collection it is what the
   *   record says it came by, `pointer` or `keyboard`; without one, and for anything else, that is `script`.
   * @example button.onclick = (press) => consent.withdraw('newsletter', press);
   */
  withdraw(collection?: string, press?: object): Promise<void>;
  /** Opens a view. */
  open(view: View): Promise<void>;
  /** Closes whatever view is open; never an answer. */
  close(): Promise<void>;
  /**
   * The consent receipt of this browser: ISO/IEC TS 27560 in JSON-LD with DPV 2.3, signed here; with
   * `'kantara'` its projection onto Kantara's Consent Receipt 1.1. `null` when no choice is recorded,
   * or the file for it is not to be had. The signature shows that nothing was edited since; any script
   * of the site could have had it made (F-44).
   *
   * @throws TypeError (as a rejection) for another argument.
   */
  receipt(): Promise<Receipt | null>;
  receipt(format: 'kantara'): Promise<KantaraReceipt | null>;
  /** The receipt of the newest record on one collection alone; `null` where nobody has agreed to it. */
  receipt(of: { readonly collection: string }): Promise<Receipt | null>;
  /** Everything kept in this browser, as it is; `null` when the file for it is not to be had. */
  export(): Promise<Exported | null>;
  /**
   * Withdraws, tells the receiver (`s9.erase`) and deletes everything kept in this browser; no trace
   * is kept back. `null` when the file for it is not to be had: nothing was deleted then.
   */
  erase(): Promise<Erased | null>;
  /**
   * Tells the receiver an event of your own, `s9.custom`: under the grant of `analytics` alone. Before the choice is
   * known, without that grant or without an `endpoint` it tells and keeps nothing.
   *
   * @param attributes by data item, each declared under `data` of `analytics`: texts, numbers, true or false.
   * @throws TypeError (as a rejection, under the grant) that names what does not fit.
   * @example consent.track('signed up', { plan: 'pro' });
   */
  track(name: string, attributes?: AttributesOf<Given>): Promise<void>;
  /** Looks after what is held inside an open shadow root too. */
  watch(root: object): void;
  /**
   * Listens to what the page is told; returns a function that stops listening. The same comes as
   * `s9:ready`, `s9:change` … on `document`, in `detail`.
   *
   * @example consent.on('change', (state) => console.log(state.purposes));
   */
  on: Listen;
}
