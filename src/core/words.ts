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

/** Replaces the text at each path that exists. */
function translate(policy: Tree, words: PolicyWords): void {
  for (const [path, text] of Object.entries(words)) {
    const steps = path.split('.');
    const member = steps.pop() as string;
    const target = steps.reduce<unknown>(
      (at, step) => (Array.isArray(at) ? withId(at, step) : isTree(at) ? at[step] : undefined),
      policy,
    );
    if (isTree(target) && Object.hasOwn(target, member)) target[member] = text;
  }
}

/** The policy in force, completed from the default policy, in the words of a language. */
export function withWords(policy: PolicyTerms, part: PolicyPart, words: PolicyWords = {}): Policy {
  const whole = JSON.parse(JSON.stringify(complete(policy, part))) as Tree;
  translate(whole, words);
  return whole as unknown as Policy;
}
