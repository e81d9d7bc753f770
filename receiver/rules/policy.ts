// The Customer's policy as the receiver keeps to it: which attributes it takes, and for how long.
import type { IpHandling, Policy, PurposeTerms, Visitors } from '../../src/core/policy/policy.ts';
import type { Fault } from '../../src/core/policy/shape.ts';
import { withServices } from '../../src/core/settings/catalogue.ts';
import { checkSettings, merge } from '../../src/core/settings/check-settings.ts';
import { TELEMETRY_PURPOSE } from '../../src/core/telemetry/events.ts';
import { catalogue } from '../../src/policies/services/catalogue.ts';
import { social9 } from '../../src/policies/social9/policy.ts';
import type { Expiry } from '../store.ts';
import { momentBefore } from './moment-before.ts';
import { ADDRESS, ADDRESS_ITEM, attributesOf, needOf } from './needs.ts';
import type { Paths } from './values.ts';

const wordsOf = ({ path, expected }: Fault): string => `${path}: expected ${expected}`;

/** A policy that is not valid: every fault with its path. */
export class PolicyError extends TypeError {
  override readonly name = 'PolicyError';
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(['not a valid policy', ...faults.map(wordsOf)].join('\n  '));
    this.faults = faults;
  }
}

export interface Rules {
  readonly ip: IpHandling;
  readonly visitors: Visitors;
  /** Whether the policy has the purpose that telemetry is sent under at all. */
  readonly hasTelemetry: boolean;
  readonly paths: Paths;
  /** What in the policy has no effect: one line each. */
  readonly warnings: readonly string[];
  /** Why the policy does not let an attribute of a visit be kept; `undefined` where it does. */
  refusalOf(attribute: string): string | undefined;
  /** What is too old at a moment, to the minute; milliseconds since 1970, UTC. */
  expiryAt(nowMs: number): Expiry;
}

/** In a page the site's own host stands for a controller without a name; here nobody reads it. */
const STANDARD: Policy = { ...social9, controller: { name: 'the site' } };

/** Their `policy` would be a member nobody knows, which costs nothing: the default one would be kept to, unseen. */
const areSettings = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, 'policy');

/** The same check as in the page: what is no policy there is none here. */
function checked(given: unknown): { policy: Policy; warnings: readonly string[] } {
  if (areSettings(given)) {
    throw new PolicyError([
      { path: 'policy.policy', expected: 'the policy itself, not settings that have one' },
    ]);
  }
  const merged = withServices(merge({ policy: STANDARD }, { policy: given }), catalogue);
  const { settings, faults } = checkSettings(merged.merged, STANDARD, merged.faults);
  const harmful = faults.filter((fault) => !fault.harmless);
  if (harmful.length > 0) throw new PolicyError(harmful);
  return { policy: settings.policy as Policy, warnings: faults.map(wordsOf) };
}

const MINUTE_MS = 60_000;
/** Kept without an end where nothing of it is taken. */
const NEVER = Number.NEGATIVE_INFINITY;

const keptFor = ({ retention, retentions = {} }: PurposeTerms, item: string): string =>
  (Object.hasOwn(retentions, item) ? retentions[item] : undefined) ?? retention;

function refusalOf(policy: Policy, purpose: PurposeTerms | undefined, attribute: string) {
  const need = needOf(attribute);
  if (attribute === ADDRESS) return 'no address in a message: the receiver sees it';
  if (!need) return 'an attribute of docs/telemetry.md';
  if (!purpose) return `a policy with the purpose ${TELEMETRY_PURPOSE}`;
  if (need.item !== undefined && !purpose.data.includes(need.item)) {
    return `the policy ${policy.id} to declare the data item ${need.item} for ${purpose.id}`;
  }
  const { visitors = 'none' } = purpose;
  if (need.visitors !== undefined && need.visitors !== visitors) {
    return `the policy ${policy.id} to have visitors ${need.visitors}, and it has ${visitors}`;
  }
  return undefined;
}

function expiryOf(policy: Policy, purpose: PurposeTerms | undefined, nowMs: number): Expiry {
  const before = (taker: PurposeTerms | undefined, item: string) =>
    taker ? momentBefore(nowMs, keptFor(taker, item)) : NEVER;
  const items = purpose?.data ?? [];
  const keeper = policy.purposes.find(({ data }) => data.includes('choice'));
  return {
    // What is kept longest keeps the event.
    visitsBeforeMs: purpose
      ? Math.min(
          momentBefore(nowMs, purpose.retention),
          ...items.map((item) => before(purpose, item)),
        )
      : NEVER,
    proofsBeforeMs: before(keeper, 'choice'),
    attributesBeforeMs: Object.fromEntries(
      items.flatMap((item) => attributesOf(item).map((name) => [name, before(purpose, item)])),
    ),
  };
}

/**
 * @param given the policy that pages have, parsed from JSON.
 * @throws PolicyError where it is not valid; nothing is guessed.
 */
export function rulesOf(given: unknown): Rules {
  const { policy, warnings } = checked(given);
  const purpose = policy.purposes.find(({ id }) => id === TELEMETRY_PURPOSE);
  const { paths: patterns = [] } = policy;
  let known = { minute: Number.NaN, expiry: expiryOf(policy, purpose, 0) };
  return {
    ip: purpose?.data.includes(ADDRESS_ITEM) ? policy.ip : 'dropped',
    visitors: purpose?.visitors ?? 'none',
    hasTelemetry: !!purpose,
    paths: { queryParameters: purpose?.queryParameters ?? [], patterns },
    warnings,
    refusalOf: (attribute) => refusalOf(policy, purpose, attribute),
    expiryAt(nowMs) {
      const minute = Math.floor(nowMs / MINUTE_MS);
      if (known.minute !== minute) {
        known = { minute, expiry: expiryOf(policy, purpose, minute * MINUTE_MS) };
      }
      return known.expiry;
    },
  };
}
