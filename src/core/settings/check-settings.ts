// Settings come in one shape from several places; later wins, and a fault closes what it touches.

import type { Validity } from '../choice/choice.ts';
import type { PeerMarkup } from '../gate/peer-markup.ts';
import { isLonger } from '../policy/longer.ts';
import type { Policy, PolicyTerms, Purpose } from '../policy/policy.ts';
import { NECESSARY, readPolicy } from '../policy/policy-check.ts';
import {
  bare,
  type Fault,
  flag,
  harmless,
  isObject,
  listOf,
  MAX_ENTRIES,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  refuse,
} from '../policy/shape.ts';
import { takesNoMore } from '../policy/takes-no-more.ts';
import {
  address,
  attributeName,
  hostName,
  languageTag,
  lasting,
  text,
} from '../policy/text-shape.ts';
import { TELEMETRY_PURPOSE } from '../telemetry/events.ts';
import { recipientsOf } from './replaced-services.ts';
import { DEFAULTS, OPTIONS, type Settings } from './settings.ts';

/** Settings as read: besides those of the running widget, what only its start asks for. */
export interface ReadSettings extends Settings {
  readonly mirror: 'none' | 'cookie';
  readonly watch: boolean | { readonly own?: readonly string[] };
  readonly markup: readonly PeerMarkup[];
}

/** Where nothing was given. */
export const START_DEFAULTS = { mirror: 'none', watch: false, markup: [] } as const;

/** Settings, and everything that was wrong with them. */
export interface Checked {
  readonly settings: ReadSettings;
  readonly faults: readonly Fault[];
}

type Read = Omit<ReadSettings, 'policy' | 'validFor'> & {
  readonly policy: Policy;
  readonly validFor: Partial<Validity>;
};

const peerMarkup = objectOf<PeerMarkup>(
  {
    attribute: attributeName,
    prefix: text,
    separator: text,
    src: attributeName,
    map: mapOf(text),
  },
  ['attribute'],
);

const watched = objectOf<{ own?: string[] }>({ own: listOf(hostName) });

const watch: Reader<ReadSettings['watch']> = (value, path, faults) =>
  (isObject(value) ? watched : flag)(value, path, faults);

/** What is harmless leaves a safe default in place; a fault in anything else closes what it touches. */
const shape = (standard: PolicyTerms) =>
  objectOf<Read>({
    layout: harmless(oneOf(...OPTIONS.layout)),
    position: harmless(oneOf(...OPTIONS.position)),
    theme: harmless(oneOf(...OPTIONS.theme)),
    look: harmless(oneOf(...OPTIONS.look)),
    gpc: harmless(oneOf(...OPTIONS.gpc)),
    control: harmless(oneOf(...OPTIONS.control)),
    corner: harmless(oneOf(...OPTIONS.corner)),
    endpoint: address,
    proofEndpoint: address,
    lang: harmless(languageTag),
    mirror: harmless(oneOf('none', 'cookie')),
    watch: harmless(watch),
    markup: harmless(listOf(harmless(peerMarkup))),
    validFor: objectOf({ granted: lasting, denied: lasting }),
    policy: readPolicy(standard),
  });

/**
 * `given` over `base`: objects member by member, lists whole, except purposes, which go by id; who receives
 * what of them follows their services. A purpose with `"drop": true` is left out.
 */
export function merge(base: unknown, given: unknown, key = ''): unknown {
  if (given === undefined || given === null) return base;
  if (key === 'purposes' && Array.isArray(base) && Array.isArray(given)) {
    return mergePurposes(base, given);
  }
  if (!isObject(given)) return given;
  const out = bare<unknown>();
  const under = isObject(base) ? base : {};
  for (const name of new Set([...Object.keys(under), ...Object.keys(given)])) {
    const own = (from: Record<string, unknown>) =>
      Object.hasOwn(from, name) ? from[name] : undefined;
    out[name] = merge(own(under), own(given), name);
  }
  return out;
}

const idOf = (item: unknown) => (isObject(item) ? item['id'] : undefined);

/** An id that a list has twice is left there twice: which of them is meant, nobody knows. */
function mergePurposes(base: unknown[], given: unknown[]): unknown[] {
  // Refused by its length, and nobody has to wait for that.
  if (given.length > MAX_ENTRIES) return given;
  const isTwice = (item: unknown) => given.filter((other) => idOf(other) === idOf(item))[1];
  const over = (item: unknown) => given.find((other) => idOf(other) === idOf(item));
  const merged = base.map(
    (item) => Object.assign(bare(), item, over(item), recipientsOf(item, over(item))) as unknown,
  );
  const added = given.filter(
    (item, index) =>
      !base.some((other) => idOf(other) === idOf(item)) ||
      given.findIndex((other) => idOf(other) === idOf(item)) < index,
  );
  return [...merged, ...added].filter(
    (item) => !isObject(item) || item['drop'] !== true || isTwice(item),
  );
}

/** What a fault touches: one purpose, those that take one data item, or everything. */
function touchedBy({ path, harmless: isHarmless }: Fault): string[] {
  const [first, section, key] = path.split('.');
  // A purpose without an id is already left out, and no other can be meant.
  if (isHarmless || section?.startsWith('purposes[')) return [];
  // What a faulty one was to hide would be told.
  if (first === 'endpoint' || section?.startsWith('paths'))
    return [`purposes.${TELEMETRY_PURPOSE}`];
  return [key && (section === 'purposes' || section === 'dataItems') ? `${section}.${key}` : ''];
}

const soundIn = (purposes: Policy['purposes'], faults: readonly Fault[]) => {
  const touched = new Set(faults.flatMap(touchedBy));
  return purposes.filter(({ id, data }) =>
    ['', `purposes.${id}`, ...data.map((item) => `dataItems.${item}`)].every(
      (each) => !touched.has(each),
    ),
  );
};

/** A data item that says how long it is kept is kept that long, whatever its purpose says. */
function withRetentions(purpose: Purpose, dataItems: Policy['dataItems']): Purpose {
  const retentions: Record<string, string> = {};
  for (const item of purpose.data) {
    const { retention = purpose.retention } = dataItems[item] ?? {};
    if (retention !== purpose.retention) retentions[item] = retention;
  }
  return Object.keys(retentions)[0] ? { ...purpose, retentions } : purpose;
}

/** Who has to mend more than that begins with these. */
function mostOf(faults: Fault[]): Fault[] {
  const more = faults.length - MAX_ENTRIES;
  return more > 0
    ? [...faults.slice(0, MAX_ENTRIES), { path: 'settings', expected: `${more} faults less` }]
    : faults;
}

/**
 * Reads merged settings. Purposes a fault touches are left out: not asked for and never granted. Only the
 * default policy's own `necessary` stands whatever is wrong.
 *
 * @param standard the default policy: stands in for members that are missing, once nothing can be
 * granted, and its words need not be given.
 * @param before faults found while the settings were gathered.
 */
export function checkSettings(
  merged: unknown,
  standard: PolicyTerms,
  before: readonly Fault[] = [],
): Checked {
  const faults: Fault[] = [...before];
  const read: Partial<Read> = shape(standard)(merged, '', faults) ?? {};
  const validFor = { ...DEFAULTS.validFor, ...read.validFor };
  if (isLonger(validFor.granted, validFor.denied)) {
    refuse('validFor.denied', 'at least as long as validFor.granted', faults);
  }
  const sound = soundIn(read.policy?.purposes ?? [], faults);
  const shipped = standard.purposes.filter(
    ({ id }) => id === NECESSARY && !sound.some((purpose) => purpose.id === id),
  );
  const dataItems = read.policy?.dataItems ?? {};
  const purposes = [...shipped, ...sound.map((purpose) => withRetentions(purpose, dataItems))];
  // A record names both parties, whatever is wrong; the controller has at least the site's name.
  const processor = read.policy?.processor?.name ? read.policy.processor : standard.processor;
  // Of what a form takes and who gets it nothing is said that may not be so.
  const isUnsure = faults.flatMap(touchedBy).some((each) => !each.startsWith('purposes'));
  const collections = isUnsure ? false : read.policy?.collections;
  const policy = {
    ...standard,
    ...read.policy,
    ...(collections !== undefined && { collections }),
    processor,
    purposes,
    takesNoMore,
  };
  const settings = { ...DEFAULTS, ...START_DEFAULTS, ...read, validFor, policy };
  return { settings, faults: mostOf(faults) };
}
