// A policy with other texts in the place of its own, as another language has them (L-24).
import type { PolicyTerms } from './policy.ts';
import { isObject } from './shape.ts';

type Tree = Record<string, unknown>;

/** A list of a policy goes by id; all else by members of its own. */
function memberOf(at: unknown, name: string): unknown {
  if (Array.isArray(at)) return at.find((item: { readonly id?: unknown }) => item.id === name);
  return isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
}

/** Where a policy says nothing of it, the default's own words stand: they are made room for. */
function makeRoom(copy: Tree, section: string, id: string): void {
  if (copy[section] === undefined) copy[section] = {};
  const members = copy[section];
  if (isObject(members) && !Object.hasOwn(members, id)) members[id] = {};
}

/**
 * What is to be said of a purpose, a service or a right that the policy does not have is left out.
 *
 * @param texts by path, checked: `purposes.analytics.why`, `dataItems.ip.name`, `rights.see.how`.
 */
export function translated<P extends PolicyTerms>(
  policy: P,
  texts: Readonly<Record<string, string>>,
): P {
  const copy = JSON.parse(JSON.stringify(policy)) as Tree;
  for (const [path, text] of Object.entries(texts)) {
    const steps = path.split('.');
    const [section = '', id = ''] = steps;
    if (section === 'dataItems' || section === 'collections') makeRoom(copy, section, id);
    const member = steps.pop() ?? '';
    const target = steps.reduce<unknown>(memberOf, copy);
    if (isObject(target)) target[member] = text;
  }
  // What it is lent is no plain data.
  return { ...policy, ...copy };
}
