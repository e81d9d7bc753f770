// The object Customers call: arguments checked, grants only inside a person's gesture.
import { type Answer, asksForMore, type Grants, grantsBy, inBoth, unasked } from './choice.ts';
import type { Flow } from './flow.ts';
import { isGranted } from './gate.ts';
import type { Announce, AnnouncementType, View } from './ports.ts';
import type { KantaraReceipt } from './receipt/kantara.ts';
import type { Receipt } from './receipt/receipt.ts';
import type { Erased, Exported, Rights } from './rights.ts';
import type { ConsentState } from './state.ts';

/** `window.social9.consent`, and what `createConsent()` returns. Wrong arguments throw a TypeError. */
export interface Consent {
  /** Resolves once the stored choice has been read, or found missing. Never rejects. */
  readonly ready: Promise<ConsentState>;
  /** A frozen snapshot; nothing is granted in it before `ready`. */
  readonly state: ConsentState;
  /** Whether a purpose, or `service:…`, is granted now. `false` until known; checks expiry each time. */
  allows(id: string): boolean;
  /** Resolves at the grant, now or later. */
  whenAllowed(id: string): Promise<void>;
  /**
   * Answers for the person, from a control of the Customer's own. Grants count only while
   * `navigator.userActivation.isActive`; denials always. Keys are purposes and `service:…`.
   */
  set(values: Readonly<Record<string, boolean>>): Promise<void>;
  /** Grants everything, under the same condition as `set`. */
  accept(): Promise<void>;
  /** Denies everything that is not necessary. Always allowed. */
  reject(): Promise<void>;
  /** Takes back every grant. Always allowed. */
  withdraw(): Promise<void>;
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
   * @throws TypeError (as a rejection) for another format.
   */
  receipt(): Promise<Receipt | null>;
  receipt(format: 'kantara'): Promise<KantaraReceipt | null>;
  /** Everything kept in this browser, as it is; `null` when the file for it is not to be had. */
  export(): Promise<Exported | null>;
  /**
   * Withdraws, tells the receiver (`s9.erase`) and deletes everything kept in this browser; no trace
   * is kept back. `null` when the file for it is not to be had: nothing was deleted then.
   */
  erase(): Promise<Erased | null>;
  /** Looks after the tags inside an open shadow root too. */
  watch(root: object): void;
  /** Listens; returns a function that stops listening. */
  on(type: AnnouncementType, listener: (detail: unknown) => void): () => void;
}

export interface ApiHost {
  /** Resolves when the settings are known and the stored choice is in force. */
  readonly ready: Promise<unknown>;
  /** Closed to everything until the settings are known. */
  readonly flow: () => Flow;
  readonly isGesture: () => boolean;
  readonly announce: Announce;
  readonly watch: Consent['watch'];
  readonly on: Consent['on'];
}

const TYPES = 'ready change open close release refused error';
const VIEWS = 'banner preferences data';
const ID = 'an id of the policy';
const VALUES = 'ids of the policy, each true or false';

const isOneOf = (words: string, word: string): boolean => words.split(' ').includes(word);

function expect(fits: unknown, call: string, expected: string): asserts fits {
  if (!fits) throw new TypeError(`consent.${call}: expected ${expected}`);
}

export function createApi({ ready, flow, isGesture, announce, watch, on }: ApiHost): Consent {
  const answer = async (wanted: (current: Grants) => Grants, source: Answer['source']) => {
    const isPress = isGesture();
    await ready;
    const current = flow().grants();
    let grants = wanted(current);
    if (!isPress && asksForMore(grants, current)) {
      announce('refused', { action: source, reason: 'no-gesture' });
      grants = inBoth(flow().policy, current, grants);
      if (!asksForMore(current, grants)) return;
    }
    await flow().decide(unasked(grants, source));
  };
  const right = (name: keyof Rights) => (format?: 'kantara') =>
    ready.then(() => flow().right(name, api, format)) as Promise<never>;
  const all = (granted: boolean) => () => grantsBy(flow().policy, () => granted);

  const api: Consent = {
    ready: ready.then(() => api.state),
    get state() {
      return flow().state();
    },
    allows(id) {
      expect(typeof id === 'string', 'allows', ID);
      return flow().allows(id);
    },
    whenAllowed(id) {
      expect(typeof id === 'string', 'whenAllowed', ID);
      return new Promise((resolve) => {
        const check = () => api.allows(id) && resolve();
        on('change', check);
        void ready.then(check);
      });
    },
    set(values) {
      expect(typeof (values ?? 0) === 'object', 'set', VALUES);
      for (const [id, value] of Object.entries(values)) {
        const isKnown = isGranted(all(true)(), id);
        expect(isKnown && typeof value === 'boolean', `set: ${id}`, VALUES);
      }
      return answer(
        (current) =>
          // A purpose brings its services along, unless they are named themselves.
          grantsBy(flow().policy, (kind, id, purpose) => {
            const own = kind === 'services' ? values[`service:${id}`] : undefined;
            return own ?? values[purpose.id] ?? current[kind][id];
          }),
        'site',
      );
    },
    accept: () => answer(all(true), 'site'),
    reject: () => answer(all(false), 'reject-all'),
    withdraw: () => answer(all(false), 'withdraw'),
    open(view) {
      expect(isOneOf(VIEWS, view), 'open', VIEWS);
      return ready.then(() => flow().question.open(view));
    },
    close: () => ready.then(() => flow().question.close()),
    receipt: right('receipt'),
    export: right('export'),
    erase: right('erase'),
    watch,
    on(type, listener) {
      expect(isOneOf(TYPES, type), 'on', TYPES);
      expect(typeof listener === 'function', 'on', 'a function');
      return on(type, listener);
    },
  };
  return api;
}
