// The object Customers call: arguments checked, grants only inside a person's gesture.
import { type Answer, asksForMore, type Grants, grantAll, inBoth } from './choice.ts';
import type { Flow } from './flow.ts';
import { isGranted } from './gate.ts';
import { type PolicyTerms, servicesOf } from './policy.ts';
import type { Announce, AnnouncementType, View } from './ports.ts';
import { isObject } from './shape.ts';
import type { ConsentState } from './state.ts';

/** `window.social9.consent`, and what `createConsent()` returns. */
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
  /** Listens; returns a function that stops listening. */
  on(type: AnnouncementType, listener: (detail: unknown) => void): () => void;
}

/** What the API needs of the started widget. */
export interface Started {
  readonly flow: Flow;
  readonly policy: PolicyTerms;
  /** Resolves once the stored choice is in force. */
  readonly ready: Promise<void>;
}

/** What the API needs besides. */
export interface ApiHost {
  /** Resolves when the settings are known and the flow exists. */
  readonly started: Promise<Started>;
  /** The same, as far as it is known at this moment. */
  readonly now: () => Started | undefined;
  /** The state until then. */
  readonly before: ConsentState;
  readonly isGesture: () => boolean;
  readonly announce: Announce;
  readonly on: Consent['on'];
}

const TYPES = ['ready', 'change', 'open', 'close', 'release', 'refused', 'error'];
const VIEWS = ['banner', 'preferences'];

function expect(fits: boolean, call: string, expected: string): asserts fits {
  if (!fits) throw new TypeError(`social9.consent.${call}: expected ${expected}`);
}

/** The grants `values` asks for on top of `current`; a purpose brings its services along. */
function overlay(values: Readonly<Record<string, boolean>>, current: Grants, policy: PolicyTerms): Grants {
  const purposes = { ...current.purposes };
  const services = { ...current.services };
  for (const { id, basis } of policy.purposes) {
    if (id in values && basis === 'consent') purposes[id] = values[id] === true;
  }
  for (const { service, purpose } of servicesOf(policy)) {
    const value = values[`service:${service.id}`] ?? values[purpose.id];
    if (value !== undefined) services[service.id] = value;
  }
  return { purposes, services };
}

/** Resolves as soon as the condition holds, now or after a change. */
function whenChanged(on: Consent['on'], isMet: () => boolean): Promise<void> {
  if (isMet()) return Promise.resolve();
  return new Promise((resolve) => {
    const off = on('change', () => {
      if (!isMet()) return;
      off();
      resolve();
    });
  });
}

export function createApi({ started, now, before, isGesture, announce, on }: ApiHost): Consent {
  const answer = async (grants: (s: Started) => Grants, source: Answer['source']): Promise<void> => {
    const isPress = isGesture();
    const known = now() ?? (await started);
    const { flow } = known;
    const current = flow.grants();
    let wanted = grants(known);
    if (asksForMore(wanted, current) && !isPress) {
      announce('refused', { action: 'set', reason: 'no-gesture' });
      wanted = inBoth(current, wanted);
      if (!asksForMore(current, wanted)) return;
    }
    await flow.decide({ ...wanted, source, input: 'script', language: null, text: null });
  };

  const api: Consent = {
    ready: started.then(({ ready }) => ready).then(() => api.state),
    get state() {
      return now()?.flow.state() ?? before;
    },
    allows(id) {
      expect(typeof id === 'string', 'allows(id)', 'the id of a purpose, or service:…');
      return now()?.flow.allows(id) ?? false;
    },
    whenAllowed(id) {
      expect(typeof id === 'string', 'whenAllowed(id)', 'the id of a purpose, or service:…');
      return api.ready.then(() => whenChanged(on, () => api.allows(id)));
    },
    set(values) {
      const isFit = isObject(values) && Object.values(values).every((v) => typeof v === 'boolean');
      expect(isFit, 'set(values)', 'an object of purposes and services, each true or false');
      const known = now();
      for (const id of known ? Object.keys(values) : []) {
        const { purposes, services } = grantAll((known as Started).policy, true);
        expect(isGranted({ purposes, services }, id), `set({ '${id}' })`, 'an id of the policy');
      }
      return answer((s) => overlay(values, s.flow.grants(), s.policy), 'site');
    },
    accept: () => answer((s) => grantAll(s.policy, true), 'site'),
    reject: () => answer((s) => grantAll(s.policy, false), 'reject-all'),
    withdraw: () => answer((s) => grantAll(s.policy, false), 'withdraw'),
    open(view) {
      expect(VIEWS.includes(view), 'open(view)', `one of ${VIEWS.join(', ')}`);
      return started.then(({ flow }) => flow.question.open(view));
    },
    close: () => started.then(({ flow }) => flow.question.close()),
    on(type, listener) {
      expect(TYPES.includes(type), 'on(type, …)', `one of ${TYPES.join(', ')}`);
      expect(typeof listener === 'function', 'on(…, listener)', 'a function');
      return on(type, listener);
    },
  };
  return api;
}
