// The object Customers call: arguments checked, grants only for a person's press.
import { ANNOUNCEMENT_TYPES, type Announce, type Listen } from './announcements.ts';
import { VIEWS } from './ask/ask.ts';
import {
  type Answer,
  asksForMore,
  type Grants,
  grantsBy,
  inBoth,
  unasked,
} from './choice/choice.ts';
import type { Consent } from './consent.ts';
import type { Flow } from './flow.ts';
import { isGranted } from './gate/gate.ts';
import type { PolicyTerms } from './policy/policy.ts';
import type { Ports } from './ports.ts';
import type { ReceiptOf, Rights } from './rights/rights.ts';
import type { Settings } from './settings/settings.ts';

export interface ApiHost {
  /** Resolves when the settings are known and the stored choice is in force, as far as the disk has answered by then. */
  readonly ready: Promise<unknown>;
  /** Closed to everything until the settings are known. */
  readonly flow: () => Flow;
  readonly takePress: Ports['takePress'];
  readonly announce: Announce;
  readonly watch: Consent['watch'];
  readonly on: Listen;
}

const ID = 'an id of the policy';
const VALUES = 'ids of the policy, each true or false';

function expect(fits: unknown, call: string, expected: string): asserts fits {
  if (!fits) throw new TypeError(`consent.${call}: expected ${expected}`);
}

const expectId = (id: unknown, call: string): void => expect(typeof id === 'string', call, ID);

const expectOneOf = (words: readonly unknown[], word: unknown, call: string): void =>
  expect(words.includes(word), call, `one of ${words}`);

const all = (policy: PolicyTerms, granted: boolean): Grants => grantsBy(policy, () => granted);

function expectIds({ policy }: Settings, given: readonly (readonly [string, unknown])[]): void {
  const every = all(policy, true);
  // Before the settings are known no id is; where all of them were refused a no still counts.
  const isAsking = asksForMore(every, all(policy, false));
  for (const [id, value] of given) {
    const isKnown = !isAsking || isGranted(every, id);
    expect(isKnown && typeof value === 'boolean', `set: ${id}`, VALUES);
  }
}

/** What the site answers for the person; without a press only what takes back. */
function createSiteAnswers({ ready, flow, takePress, announce }: ApiHost) {
  async function answer(
    source: Answer['source'],
    wanted: (policy: PolicyTerms, current: Grants) => Grants,
  ): Promise<void> {
    const reason = takePress();
    await ready;
    const { decide, grants, settings } = flow();
    const { policy } = settings;
    const current = grants();
    let given = wanted(policy, current);
    if (reason && asksForMore(given, current)) {
      announce('refused', { action: source, reason });
      given = inBoth(policy, current, given);
      if (!asksForMore(current, given)) return;
    }
    await decide(unasked(given, source));
  }

  return {
    all: (granted: boolean, source: Answer['source']) => () =>
      answer(source, (policy) => all(policy, granted)),
    /** A purpose brings its services along, unless they are named themselves. */
    some: (values: Readonly<Record<string, boolean>>, check: () => void) =>
      answer('site', (policy, current) => {
        check();
        return grantsBy(policy, (kind, id, purpose) => {
          const own = kind === 'services' ? values[`service:${id}`] : undefined;
          return own ?? values[purpose.id] ?? current[kind][id];
        });
      }),
  };
}

/** Resolves at the grant. All who wait for the next change do so on one listener; where nobody does there is none. */
function createWaiting({ ready, flow, on }: ApiHost) {
  let change: Promise<void> | undefined;
  const nextChange = () =>
    (change ??= new Promise((resolve) => {
      const off = on('change', () => {
        off();
        change = undefined;
        resolve();
      });
    }));
  return async (id: string): Promise<void> => {
    await ready;
    while (!flow().allows(id)) await nextChange();
  };
}

export function createApi(host: ApiHost): Consent {
  const { ready, flow, watch, on } = host;
  const answer = createSiteAnswers(host);
  const withdrawAll = answer.all(false, 'withdraw');
  const waitFor = createWaiting(host);
  /** The file for it is fetched; `null` when it is not to be had. */
  const right = (name: keyof Rights) => async (of?: ReceiptOf) => {
    await ready;
    const rights = await (await flow().loadKeeper())?.rights(api);
    return (rights?.[name](of) ?? null) as never;
  };

  const api: Consent = {
    ready: ready.then(() => flow().ports.history.settled()).then(() => api.state),
    get state() {
      return flow().state();
    },
    allows(id) {
      expectId(id, 'allows');
      return flow().allows(id);
    },
    whenAllowed(id) {
      expectId(id, 'whenAllowed');
      return waitFor(id);
    },
    set(values) {
      const given = Object.entries(values ?? {});
      expect(given[0], 'set', VALUES);
      const check = () => expectIds(flow().settings, given);
      check();
      return answer.some(values, check);
    },
    accept: answer.all(true, 'site'),
    reject: answer.all(false, 'reject-all'),
    get collections() {
      return flow().collections();
    },
    // Anything but an id, such as the event of a press, is no reason not to withdraw.
    withdraw: (collection, press) =>
      typeof collection === 'string'
        ? ready.then(() => flow().takeBack(collection, press))
        : withdrawAll(),
    open(view) {
      expectOneOf(VIEWS, view, 'open');
      return ready.then(async () => void (await flow().asking.open(view)));
    },
    close: () => ready.then(() => flow().asking.close()),
    receipt: right('receipt'),
    export: right('export'),
    erase: right('erase'),
    track: (...said) => flow().track(...said),
    watch(root) {
      // The one name it has for every language of rules: what only looks like one the browser refuses.
      expect(`${root}` === '[object ShadowRoot]', 'watch', 'a ShadowRoot');
      watch(root);
    },
    on(type, listener) {
      expectOneOf(ANNOUNCEMENT_TYPES, type, 'on');
      expect(typeof listener === 'function', 'on', 'a function');
      return on(type, listener);
    },
  };
  return api;
}
