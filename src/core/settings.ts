// Settings come in one shape from several places; later wins, and a fault closes what it touches.
import type { Validity } from './choice.ts';
import type { Policy } from './policy.ts';
import { readPolicy } from './policy-shape.ts';
import { bare, duration, endpoint, type Fault, isObject, objectOf, oneOf, refuse, text } from './shape.ts';
import { expiryOf } from './time.ts';

/** The one shape of all settings, after defaults. */
export interface Settings {
  /** Where telemetry goes: the whole address, as `https://collector.example/v1/logs`. */
  readonly endpoint?: string;
  /** BCP 47 tag, or `auto` to follow the page. */
  readonly lang: string;
  readonly layout: 'bar' | 'box' | 'dialog';
  readonly position: 'bottom' | 'top';
  readonly theme: 'auto' | 'light' | 'dark';
  /** What to do when Global Privacy Control is on: deny, or deny and still ask (L-43). */
  readonly gpc: 'honour' | 'ask';
  /** `own` leaves the permanent control to a `data-consent-open` of the page (L-18). */
  readonly control: 'shown' | 'own';
  /** How long a yes and a no count; a no never shorter than a yes (L-28). */
  readonly validFor: Validity;
  readonly policy: Policy;
}

/** Settings as read, and which of the purposes no grant can be given for. */
export interface Checked {
  readonly settings: Settings;
  readonly faults: readonly Fault[];
}

const DEFAULTS = {
  lang: 'auto',
  layout: 'bar',
  position: 'bottom',
  theme: 'auto',
  gpc: 'honour',
  control: 'shown',
  validFor: { granted: 'P6M', denied: 'P6M' },
} as const;

const shape = objectOf<Settings>({
  endpoint,
  lang: text,
  layout: oneOf('bar', 'box', 'dialog'),
  position: oneOf('bottom', 'top'),
  theme: oneOf('auto', 'light', 'dark'),
  gpc: oneOf('honour', 'ask'),
  control: oneOf('shown', 'own'),
  validFor: objectOf({ granted: duration, denied: duration }),
  policy: readPolicy,
});

/** Faults in these leave a safe default in place; every other one closes something. */
const HARMLESS = /^(lang|layout|position|theme|gpc|control|policy\.(texts|collections))\b/;

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
    const own = (from: Record<string, unknown>) => (Object.hasOwn(from, name) ? from[name] : undefined);
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
  if (section === 'purposes' && key) return purpose.id === key;
  if (section === 'dataItems' && key) return purpose.data.includes(key);
  return true;
}

/**
 * Reads merged settings. Purposes a fault touches are left out: not asked for and never granted.
 *
 * @param fallback stands in for members of a policy that are missing, once nothing can be granted.
 * @param before faults found while the settings were gathered.
 */
export function checkSettings(
  merged: unknown,
  fallback: Policy,
  before: readonly Fault[] = [],
): Checked {
  const faults: Fault[] = [...before];
  const read = shape(merged, '', faults);
  const settings: Omit<Settings, 'policy'> & { policy?: Policy } = { ...DEFAULTS, ...read, validFor: { ...DEFAULTS.validFor, ...read?.validFor } };
  const { granted, denied } = settings.validFor;
  if (expiryOf(0, denied) < expiryOf(0, granted)) {
    refuse('validFor.denied', 'at least as long as validFor.granted', faults);
  }
  const policy = { ...fallback, ...settings.policy };
  const purposes = (settings.policy?.purposes ?? []).filter(
    (purpose) => purpose.basis === 'necessary' || !faults.some((fault) => isTouched(purpose, fault)),
  );
  return { settings: { ...settings, policy: { ...policy, purposes } } as Settings, faults };
}
