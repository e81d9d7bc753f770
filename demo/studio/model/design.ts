// A design: the tokens and settings of one notice. What is read of others is checked by the widget's own check.
import {
  checkSettings,
  merge,
  type ReadSettings,
} from '../../../src/core/settings/check-settings.ts';
import type { GivenSettings, Policy } from '../../../src/index.ts';
import { withCatalogue } from '../../../src/policies/services/catalogue.ts';
import { social9 } from '../../../src/policies/social9/policy.ts';
import { isOneValue } from './tokens.ts';

export type GivenPolicy = Exclude<NonNullable<GivenSettings['policy']>, string>;

/** As a Customer writes them; the policy stands in them, never at an address. */
export type DesignSettings = Omit<GivenSettings, 'policy'> & { readonly policy: GivenPolicy };

export interface Design {
  /** By name, e.g. `--s9-accent`; what is not set is not there. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly settings: DesignSettings;
}

/** What is wrong, where, and what stands there. */
export interface DesignFault {
  readonly path: string;
  readonly expected: string;
  /** Shortened, as JSON; empty where there is nothing. */
  readonly came: string;
}

export const FIRST: Design = {
  tokens: {},
  settings: {
    policy: {
      controller: {
        name: 'Your site',
        contact: 'privacy@your-site.example',
        privacyUrl: '/privacy',
      },
    },
  },
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SHOWN = 60;

export function cameAs(value: unknown): string {
  const json = value === undefined ? '' : JSON.stringify(value);
  return json.length > SHOWN ? `${json.slice(0, SHOWN)}…` : json;
}

/** One step of a path: a member, an entry by its id, or by its number. */
function stepInto(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    return value.find((entry) => isObject(entry) && entry['id'] === step) ?? value[Number(step)];
  }
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

export const valueAt = (value: unknown, path: string): unknown =>
  path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>(stepInto, value);

/** As a page begins: with the default policy, of nobody yet. */
const BASE = { policy: { ...social9, controller: {} } };

/** A policy over the default one, unread: what has a fault still stands in it, to be mended. */
export const policyOver = (policy: GivenPolicy): Policy =>
  (withCatalogue(merge(BASE, { policy })).merged as { readonly policy: Policy }).policy;

/** Settings over the default policy, as the widget reads them. */
export function settingsInForce(settings: DesignSettings): {
  readonly settings: Omit<ReadSettings, 'policy'> & { readonly policy: Policy };
  readonly faults: readonly DesignFault[];
} {
  const { merged, faults: unknown } = withCatalogue(merge(BASE, settings));
  const { settings: read, faults } = checkSettings(merged, social9, unknown);
  return {
    settings: { ...read, policy: read.policy as unknown as Policy },
    faults: faults.map(({ path, expected }) => ({
      path,
      expected,
      came: cameAs(valueAt(merged, path)),
    })),
  };
}

function faultsOfTokens(tokens: unknown, known: readonly string[]): DesignFault[] {
  if (!isObject(tokens)) {
    return [{ path: 'tokens', expected: 'an object of tokens', came: cameAs(tokens) }];
  }
  return Object.entries(tokens).flatMap(([name, value]) => {
    const fault = (expected: string) => [{ path: `tokens.${name}`, expected, came: cameAs(value) }];
    if (!known.includes(name)) return fault(`one of ${known.join(', ')}`);
    return typeof value === 'string' && isOneValue(value)
      ? []
      : fault('one CSS value, without an address in it');
  });
}

/**
 * Reads what anyone may have written. Nothing of a faulty design is taken over: the last good one stands.
 *
 * @param known the names of tokens there are.
 */
export function readDesign(
  value: unknown,
  known: readonly string[],
): { readonly design: Design | null; readonly faults: readonly DesignFault[] } {
  if (!isObject(value)) {
    return {
      design: null,
      faults: [{ path: 'design', expected: 'an object', came: cameAs(value) }],
    };
  }
  const { tokens = {}, settings = FIRST.settings, ...others } = value;
  const faults: DesignFault[] = Object.keys(others).map((path) => ({
    path,
    expected: 'tokens or settings, and nothing else',
    came: cameAs(others[path]),
  }));
  faults.push(...faultsOfTokens(tokens, known));
  if (!isObject(settings)) {
    faults.push({ path: 'settings', expected: 'an object', came: cameAs(settings) });
  } else if (settings['policy'] !== undefined && !isObject(settings['policy'])) {
    const came = cameAs(settings['policy']);
    faults.push({ path: 'settings.policy', expected: 'a policy, not its address', came });
  } else {
    const read = settingsInForce(settings as unknown as DesignSettings);
    faults.push(...read.faults.map((fault) => ({ ...fault, path: `settings.${fault.path}` })));
  }
  if (faults.length > 0) return { design: null, faults };
  // A copy without a prototype's surprises: what is checked is what is used.
  const design = JSON.parse(JSON.stringify({ tokens, settings })) as Design;
  return {
    design: { ...design, settings: { ...design.settings, policy: design.settings.policy ?? {} } },
    faults,
  };
}

/** `value` at a path of object members; `undefined` takes the member away, and objects that are empty then. */
export function withAt<T extends object>(target: T, path: readonly string[], value: unknown): T {
  const [step = '', ...rest] = path;
  const members = { ...(target as Record<string, unknown>) };
  const below = members[step];
  const next = rest.length === 0 ? value : withAt(isObject(below) ? below : {}, rest, value);
  const isGone = next === undefined || (rest.length > 0 && isObject(next) && !Object.keys(next)[0]);
  if (isGone) delete members[step];
  else members[step] = next;
  return members as T;
}
