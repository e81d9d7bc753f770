// Settings as they are in force: their one shape, their defaults, and the short way for a tag that needs no more checking.
import type { Validity } from '../choice/choice.ts';
import type { ConsentState } from '../choice/state.ts';
import type { Party, PolicyTerms } from '../policy/policy.ts';

/** The words a setting may be; the first one is the default. */
export const OPTIONS = {
  layout: ['bar', 'box', 'dialog'],
  position: ['bottom', 'top'],
  theme: ['auto', 'light', 'dark'],
  look: ['standard', 'paper', 'ink', 'soft', 'plain'],
  gpc: ['honour', 'ask'],
  control: ['shown', 'own'],
  corner: ['start', 'end', 'top'],
} as const;

type Option<K extends keyof typeof OPTIONS> = (typeof OPTIONS)[K][number];

/** What each setting means to those who write it stands in given.ts. */
export interface Settings {
  /** Empty: telemetry goes nowhere. */
  readonly endpoint: string;
  /** Empty: proofs go nowhere. */
  readonly proofEndpoint: string;
  readonly lang: string;
  readonly layout: Option<'layout'>;
  readonly position: Option<'position'>;
  readonly theme: Option<'theme'>;
  readonly look: Option<'look'>;
  readonly gpc: Option<'gpc'>;
  readonly control: Option<'control'>;
  readonly corner: Option<'corner'>;
  readonly validFor: Validity;
  readonly policy: PolicyTerms;
  /** Tells others what is in force, before anything is released by it; lent where the policy announces. */
  readonly tell?: (state: () => ConsentState) => void;
}

/** Every setting but the policy, where nothing was given. */
export const DEFAULTS: Omit<Settings, 'policy'> = {
  endpoint: '',
  proofEndpoint: '',
  lang: 'auto',
  layout: 'bar',
  position: 'bottom',
  theme: 'auto',
  look: 'standard',
  gpc: 'honour',
  control: 'shown',
  corner: 'start',
  validFor: { granted: 'P6M', denied: 'P6M' },
};

/** `data-…` scalars of the tag, by setting. */
export type Scalars = Readonly<Record<string, string | undefined>>;

// What certainly holds water; the full check knows more that does.
const TEXT = /^(?=.*\p{L})[^:\p{C}\p{DI}]+$/u;
const ADDRESS = /^(https?:\/\/[\w.:-]+|\.{0,2})\/(?![/\\])[!-~]*$/;

/**
 * What each scalar may be where it needs no further check; the last three always need one. No prototype: a
 * tag can have `data-constructor`.
 */
export const SCALARS: Readonly<Record<string, RegExp | readonly string[]>> = {
  // @ts-expect-error not a member
  __proto__: null,
  ...OPTIONS,
  lang: /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i,
  controller: TEXT,
  contact: TEXT,
  endpoint: ADDRESS,
  privacyUrl: ADDRESS,
  config: [],
  watch: [],
  announce: [],
};

/** The controller that scalars describe: a site without a name goes by its host's. */
export const partyOf = (
  { controller, contact, privacyUrl }: Scalars,
  hostname: string | undefined,
): Party => ({ name: controller || hostname, contact, privacyUrl }) as Party;

/**
 * Settings of a tag that has scalars only, with the default policy; what else stands on it is somebody
 * else's. `null` when one of ours needs a check, or does not fit: the full check, in a file of its own, then
 * looks at it.
 */
export function plainSettings(
  scalars: Scalars,
  terms: PolicyTerms,
  hostname: string,
): Settings | null {
  const given: Record<string, string> = {};
  // By name, not by entries: a page can have lists with nothing to go through (F-40).
  for (const name in scalars) {
    const fitting = SCALARS[name];
    const value = scalars[name] ?? '';
    if (!fitting) continue;
    if (!(fitting instanceof RegExp ? fitting.test(value) : fitting.includes(value))) return null;
    given[name] = value;
  }
  const policy = { ...terms, controller: partyOf(scalars, hostname) };
  return { ...DEFAULTS, ...given, policy } as Settings;
}
