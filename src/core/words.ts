// The default policy stands in parts, a file each; this makes a policy whole again, in one language.
import type { Policy, PolicyTerms } from './policy.ts';

/** A part of a policy: any of its members, purposes and services by id. */
export type PolicyPart = Readonly<Record<string, unknown>>;

/** Words in one language, by path: `purposes.analytics.why`, `dataItems.ip.name`, `rights.see.how`. */
export type PolicyWords = Readonly<Record<string, string>>;

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const withId = (list: unknown, id: unknown): unknown =>
  Array.isArray(list) ? list.find((item: Tree) => item['id'] === id) : undefined;

/** `value`, and what it lacks from `part`. Lists keep their entries; these are completed by id. */
function complete(value: unknown, part: unknown): unknown {
  if (value === undefined) return part;
  if (Array.isArray(value)) {
    return value.map((item) => (isTree(item) ? complete(item, withId(part, item['id'])) : item));
  }
  if (!isTree(value) || !isTree(part)) return value;
  const keys = new Set([...Object.keys(value), ...Object.keys(part)]);
  return Object.fromEntries([...keys].map((key) => [key, complete(value[key], part[key])]));
}

/** The policy in force, completed from a part of the default policy. */
export const withWords = (policy: PolicyTerms, part: PolicyPart): Policy =>
  complete(policy, part) as Policy;

/** The policy with the text at each path that exists replaced, for another language (L-24). */
export function translated(policy: Policy, words: PolicyWords): Policy {
  const copy = JSON.parse(JSON.stringify(policy)) as unknown as Tree;
  for (const [path, text] of Object.entries(words)) {
    const steps = path.split('.');
    const member = steps.pop() as string;
    const target = steps.reduce<unknown>(
      (at, step) => (Array.isArray(at) ? withId(at, step) : isTree(at) ? at[step] : undefined),
      copy,
    );
    if (isTree(target) && Object.hasOwn(target, member)) target[member] = text;
  }
  return copy as unknown as Policy;
}
