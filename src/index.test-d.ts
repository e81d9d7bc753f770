// The package as a Customer's compiler sees it. Nothing here runs: `tsc -p .` is the test.
import {
  type Announcements,
  type AnnouncementType,
  type Consent,
  type ConsentState,
  createConsent,
  type Erased,
  type Exported,
  type GivenSettings,
  type KantaraReceipt,
  type Receipt,
  type RefusedPress,
  type View,
} from './index.ts';

/** Fails to compile unless its argument is `true`. */
const holds = <T extends true>(_type?: T): void => undefined;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// createConsent: settings of one shape, and the object.
holds<Same<Parameters<typeof createConsent>[0], GivenSettings | undefined>>();
holds<Same<Parameters<typeof createConsent>['length'], 0 | 1>>();
holds<Same<ReturnType<typeof createConsent>, Consent>>();
createConsent();
createConsent({ layout: 'bar', policy: { purposes: [{ id: 'analytics', retention: 'P1M' }] } });
// @ts-expect-error a name that is no setting
createConsent({ layuot: 'bar' });
// @ts-expect-error a word that is none of the setting's
createConsent({ layout: 'popup' });
// @ts-expect-error a typo in a purpose
createConsent({ policy: { purposes: [{ id: 'analytics', retenton: 'P1M' }] } });
// @ts-expect-error a typo in the policy
createConsent({ policy: { purpose: [{ id: 'analytics' }] } });
// @ts-expect-error settings are an object
createConsent('/consent.json');

declare const consent: Consent;

// The whole object: whoever adds or drops a member says so here.
holds<
  Same<
    keyof Consent,
    | 'ready'
    | 'state'
    | 'allows'
    | 'whenAllowed'
    | 'set'
    | 'accept'
    | 'reject'
    | 'withdraw'
    | 'collections'
    | 'open'
    | 'close'
    | 'receipt'
    | 'export'
    | 'erase'
    | 'track'
    | 'watch'
    | 'on'
  >
>();
holds<Same<Consent['ready'], Promise<ConsentState>>>();
holds<Same<Consent['state'], ConsentState>>();
holds<Same<ReturnType<Consent['allows']>, boolean>>();
holds<Same<ReturnType<Consent['whenAllowed']>, Promise<void>>>();
// @ts-expect-error the state is for reading
consent.state.decided = true;
// @ts-expect-error and so is all that is in it
consent.state.purposes['analytics'] = true;

void consent.set({ analytics: true, 'service:youtube': false });
// @ts-expect-error each true or false
void consent.set({ analytics: 'yes' });
// @ts-expect-error one id, not a list of them
consent.allows(['analytics']);

// Views.
holds<Same<View, 'banner' | 'preferences' | 'data'>>();
void consent.open('preferences');
// @ts-expect-error no such view
void consent.open('popup');
// @ts-expect-error which one?
void consent.open();

// What people have a right to; null where it is not to be had.
const ours = async (): Promise<void> => {
  const receipt = await consent.receipt();
  holds<Same<typeof receipt, Receipt | null>>();
  const kantara = await consent.receipt('kantara');
  holds<Same<typeof kantara, KantaraReceipt | null>>();
  const exported = await consent.export();
  holds<Same<typeof exported, Exported | null>>();
  const erased = await consent.erase();
  holds<Same<typeof erased, Erased | null>>();
  // @ts-expect-error it can be null
  erased.told.toFixed();
  // @ts-expect-error no such format
  void consent.receipt('pdf');
};
void ours;

// What the page is told.
holds<
  Same<
    AnnouncementType,
    'ready' | 'change' | 'collection' | 'open' | 'close' | 'release' | 'refused' | 'error'
  >
>();
holds<Same<AnnouncementType, keyof Announcements>>();
const off: () => void = consent.on('change', (state) => {
  holds<Same<typeof state.purposes, Readonly<Record<string, boolean>>>>();
  holds<Same<(typeof state.remains)['stored'], readonly string[]>>();
});
void off;
consent.on('ready', (state) => {
  holds<Same<typeof state, ConsentState>>();
  // @ts-expect-error only a change leaves something
  void state.remains;
});
consent.on('release', ({ element, ids }) => {
  holds<Same<typeof element.id, string>>();
  holds<Same<typeof ids, readonly string[]>>();
});
consent.on('open', ({ view }) => holds<Same<typeof view, View>>());
consent.on('close', ({ view }) => holds<Same<typeof view, null>>());
consent.on('refused', (refused) => {
  // A press, a request and what is marked are told apart by what was done.
  if (refused.action === 'request') holds<Same<typeof refused.host, string>>();
  else if (refused.action === 'markup') holds<Same<typeof refused.element.id, string>>();
  else holds<Same<typeof refused, RefusedPress>>();
  // @ts-expect-error a press has no host
  void refused.host;
});
consent.on('error', ({ what, path, expected }) => {
  holds<Same<typeof what, 'file' | 'history' | 'setting'>>();
  holds<Same<typeof path | typeof expected, string>>();
});
// @ts-expect-error no such type
consent.on('nope', () => undefined);
// @ts-expect-error its name on the document is another one
consent.on('s9:change', () => undefined);
// @ts-expect-error a listener is a function
consent.on('change', { handleEvent() {} });
// @ts-expect-error the detail is not an event
consent.on('change', ({ detail }) => detail);
