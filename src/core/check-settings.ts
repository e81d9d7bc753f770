// Settings come in one shape from several places; later wins, and a fault closes what it touches.
import type { PeerMarkup } from './peer-markup.ts';
import type { Policy, PolicyTerms } from './policy.ts';
import { readPolicy } from './policy-shape.ts';
import { OPTIONS, type Settings, validityOf } from './settings.ts';
import {
  address,
  attributeName,
  bare,
  duration,
  type Fault,
  flag,
  hostName,
  isObject,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  refuse,
  text,
} from './shape.ts';
import { expiryOf } from './time.ts';

/** Settings as read, and everything that was wrong with them. */
export interface Checked {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
}

type Read = Omit<Settings, 'policy'> & { readonly policy: Policy };

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

const watch: Reader<NonNullable<Settings['watch']>> = (value, path, faults) =>
  (isObject(value) ? watched : flag)(value, path, faults);

const shape = (standard: PolicyTerms) =>
  objectOf<Read>({
    layout: oneOf(...OPTIONS.layout),
    position: oneOf(...OPTIONS.position),
    theme: oneOf(...OPTIONS.theme),
    gpc: oneOf(...OPTIONS.gpc),
    control: oneOf(...OPTIONS.control),
    endpoint: address,
    proofEndpoint: address,
    lang: text,
    mirror: oneOf('none', 'cookie'),
    watch,
    markup: listOf(peerMarkup),
    validFor: objectOf({ granted: duration, denied: duration }),
    policy: readPolicy(standard),
  });

/** Faults in these leave a safe default in place; every other one closes something. */
const HARMLESS =
  /^(lang|layout|position|theme|gpc|control|mirror|watch|markup|policy\.(texts|collections))\b/;

/**
 * `given` over `base`: objects member by member, lists whole, except purposes, which go by id.
 * A purpose with `"drop": true` is left out.
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

function mergePurposes(base: unknown[], given: unknown[]): unknown[] {
  const idOf = (item: unknown) => (isObject(item) ? item['id'] : undefined);
  const over = (item: unknown) => given.filter((other) => idOf(other) === idOf(item));
  const merged = base.map((item) => Object.assign(bare(), item, ...over(item)) as unknown);
  const added = given.filter((item) => !base.some((other) => idOf(other) === idOf(item)));
  return [...merged, ...added].filter((item) => !(isObject(item) && item['drop'] === true));
}

/** Purposes a fault touches: `all`, the one it stands in, or those that take its data item. */
function isTouched(purpose: Policy['purposes'][number], { path, unknown }: Fault): boolean {
  if (unknown || HARMLESS.test(path)) return false;
  const [first, section, key] = path.split('.');
  if (first === 'endpoint') return purpose.id === 'analytics';
  // One without an id is already left out, and no other can be meant.
  if (section?.startsWith('purposes[')) return false;
  if (section === 'purposes' && key) return purpose.id === key;
  if (section === 'dataItems' && key) return purpose.data.includes(key);
  return true;
}

/**
 * Reads merged settings. Purposes a fault touches are left out: not asked for and never granted.
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
  const { granted, denied } = validityOf(read);
  if (expiryOf(0, denied) < expiryOf(0, granted)) {
    refuse('validFor.denied', 'at least as long as validFor.granted', faults);
  }
  const purposes = (read.policy?.purposes ?? []).filter(
    (purpose) =>
      purpose.basis === 'necessary' || !faults.some((fault) => isTouched(purpose, fault)),
  );
  const policy = { ...standard, ...read.policy, purposes };
  return { settings: { ...read, policy }, faults };
}
