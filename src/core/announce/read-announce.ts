// Reads `announce` of a policy: every fault by its path, and what a fault touches is denied.
import { idsIn, isKnown, isNecessary, SERVICE } from '../gate/gate.ts';
import { isHostOf } from '../gate/hosts.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import { type Fault, flag, isObject, type Reader, refuse } from '../policy/shape.ts';
import { nearestTo } from '../settings/nearest.ts';
import type { GoogleOptions } from './given.ts';
import { type Mapping, type ShownAs, YES } from './mapping.ts';
import { RECEIVER_NAMES, RECEIVERS, type ReceiverName, type ReceiverTerms } from './receivers.ts';

/** What is told to whom, and everything that was wrong with it. */
export interface ReadAnnounce {
  readonly mappings: readonly Mapping[];
  readonly faults: readonly Fault[];
}

const MAX_WAIT_MS = 10_000;

export const waitTime: Reader<number> = (value, path, faults) =>
  typeof value === 'number' && value >= 0 && value <= MAX_WAIT_MS
    ? value
    : refuse(path, `milliseconds from 0 to ${MAX_WAIT_MS}`, faults);

/** By receiver, what it takes besides its signals. */
const OPTIONS: Partial<Record<ReceiverName, Readonly<Record<string, Reader<unknown>>>>> = {
  google: { wait_for_update: waitTime, ads_data_redaction: flag, url_passthrough: flag },
};

/** A way to a function of the page, `shop.onConsent`. */
const PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

const near = (word: string, words: readonly string[]): string =>
  words.length > 3 ? nearestTo(word, words).join(', ') : words.join(', ');

/** Ids as in `data-consent`. A single one that cannot count closes the signal. */
function readIds(value: unknown, path: string, policy: PolicyTerms, faults: Fault[]): string[] {
  const ids = typeof value === 'string' ? idsIn(value) : [];
  const expected = 'ids of purposes, or service:…, as in data-consent';
  const wrong = ids.find((id) => !isKnown(policy, id));
  if (wrong !== undefined)
    refuse(path, `${expected}, and ${wrong} is none that can be granted`, faults);
  else if (!ids[0]) refuse(path, expected, faults);
  else if (ids.every((id) => isNecessary(policy, id))) {
    refuse(path, 'one id at least that is asked for', faults);
  } else return ids;
  return [];
}

const readSignal = (
  name: string,
  value: unknown,
  path: string,
  policy: PolicyTerms,
  faults: Fault[],
): readonly string[] | true => {
  if (value !== 'granted') return readIds(value, path, policy, faults);
  if (name === 'security_storage') return true;
  refuse(path, 'ids of the policy: only security_storage can be granted unasked', faults);
  return [];
};

/**
 * The services a receiver is shown as: those its mapping names and those of the catalogue; else those of its hosts, in
 * a purpose that the mapping names, for the same company can be embedded for something else.
 */
function shownAs(terms: ReceiverTerms, named: readonly string[], policy: PolicyTerms): ShownAs[] {
  const all = policy.purposes.flatMap(({ id: purpose, services }) =>
    services.map(({ id, hosts }) => ({ id, purpose, hosts })),
  );
  const known = all.filter(({ id }) => named.includes(SERVICE + id) || terms.services.includes(id));
  const isTheirs = (pattern: string) => terms.hosts.some((host) => isHostOf(pattern, host));
  const found = known[0]
    ? known
    : all.filter(({ purpose, hosts }) => named.includes(purpose) && hosts.some(isTheirs));
  return found.map(({ id, purpose }) => ({ id, purpose }));
}

function expectShown(receiver: ReceiverName, path: string, faults: Fault[]): void {
  const [id] = RECEIVERS[receiver].services;
  refuse(
    path,
    `a service of the policy that the notice names it by: ${id}, or yours as service:… here`,
    faults,
  );
}

function readReceiver(
  receiver: ReceiverName,
  value: unknown,
  path: string,
  policy: PolicyTerms,
  faults: Fault[],
): Mapping {
  const terms: ReceiverTerms = RECEIVERS[receiver];
  const signals: Record<string, readonly string[] | true> = {};
  const options: Record<string, unknown> = {};
  const readers = OPTIONS[receiver] ?? {};
  if (!terms.signals[0]) signals[YES] = readIds(value, path, policy, faults);
  // Whatever is not said is said to be denied.
  for (const name of terms.signals) signals[name] = [];
  const isGiven = isObject(value);
  if (terms.signals[0] && !isGiven)
    refuse(path, `an object with ${terms.signals.join(', ')}`, faults);
  for (const [name, given] of isGiven && terms.signals[0] ? Object.entries(value) : []) {
    const at = `${path}.${name}`;
    const reader = Object.hasOwn(readers, name) && readers[name];
    if (terms.signals.includes(name)) signals[name] = readSignal(name, given, at, policy, faults);
    else if (reader) options[name] = reader(given, at, faults);
    else refuse(at, `a signal of ${receiver}, such as ${near(name, terms.signals)}`, faults);
  }
  const named = Object.values(signals).flatMap((ids) => (ids === true ? [] : ids));
  const services = shownAs(terms, named, policy);
  if (!services[0]) expectShown(receiver, path, faults);
  return { receiver, signals, services, options: options as GoogleOptions };
}

function readCustom(value: unknown, path: string, faults: Fault[]): Mapping | undefined {
  if (typeof value !== 'string' || !PATH.test(value)) {
    return refuse(path, 'the name of a function of the page, such as shop.onConsent', faults);
  }
  return { receiver: 'custom', signals: {}, services: [], options: {}, call: value };
}

/** No fault grants anything: it is told, and what it touches stays denied. */
export function readAnnounce(given: unknown, policy: PolicyTerms): ReadAnnounce {
  const found: Fault[] = [];
  const path = 'policy.announce';
  const mappings: Mapping[] = [];
  if (!isObject(given)) refuse(path, 'an object of receivers', found);
  else {
    for (const [name, value] of Object.entries(given)) {
      const at = `${path}.${name}`;
      const receiver = RECEIVER_NAMES.find((each) => each === name);
      if (!receiver) refuse(at, `a receiver, such as ${near(name, RECEIVER_NAMES)}`, found);
      else if (receiver === 'custom') mappings.push(...[readCustom(value, at, found) ?? []].flat());
      else mappings.push(readReceiver(receiver, value, at, policy, found));
    }
  }
  return { mappings, faults: found.map((fault) => ({ ...fault, harmless: true })) };
}

/** Services of the policy whose receiver could be told, and is not: what ran of them runs on after a no. */
export function couldBeTold(mappings: readonly Mapping[], policy: PolicyTerms): ReceiverName[] {
  const told = mappings.map(({ receiver }) => receiver);
  const ids = policy.purposes.flatMap(({ services }) => services.map(({ id }) => id));
  return RECEIVER_NAMES.filter((name) => {
    const { services }: ReceiverTerms = RECEIVERS[name];
    return !told.includes(name) && services.some((id) => ids.includes(id));
  });
}
