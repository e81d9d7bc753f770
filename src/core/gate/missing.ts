// What an element waits for: what it names, and the services it would fetch from.
import type { Grants } from '../choice/choice.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import { isGranted, isNecessary, SERVICE } from './gate.ts';
import { servicesOf } from './hosts.ts';

/** What stands in for the service that no policy names; nobody can grant it. */
export const UNDECLARED = 'undeclared';

/** What an element asks of whom. */
export interface Wanted {
  /** Ids in its `data-consent`. */
  readonly ids: readonly string[];
  /** Every host a browser would fetch from for it, normalised; the site's own is none of them. */
  readonly hosts: readonly string[];
  /** Frames show what they fetch: one from a host that nobody declared says so, and waits. */
  readonly isFrame?: boolean;
}

/** Whether it names anything that needs a choice: what does not was never held for a reason, and is refused. */
export function asks({ ids }: Pick<Wanted, 'ids'>, policy: PolicyTerms): boolean {
  let isAsking = false;
  for (const id of ids) isAsking ||= !isNecessary(policy, id);
  return isAsking;
}

/** Without a prototype: any word can stand in an attribute, and a page can have put any into the prototype (F-41). */
const bare = () => ({ __proto__: null }) as unknown as Record<string, true>;

/**
 * What an element still waits for; empty when it may run. Besides the ids it names it waits for every
 * declared service it fetches from: a person who refused Facebook gets nothing from Facebook, whatever it
 * was marked with. And a person who allowed YouTube alone gets what is YouTube's alone: where all its hosts
 * are declared inside a purpose it names, the services stand for that purpose. One that names nothing, or
 * nothing that needs a choice, waits for ever.
 */
export function missingFor(
  { ids, hosts, isFrame }: Wanted,
  policy: PolicyTerms,
  grants: Grants,
): string[] {
  const missing = bare();
  const need = (id: string): void => {
    if (!isGranted(grants, id)) missing[id] = true;
  };
  /** Purposes that declare each and every one of the hosts. */
  let whole: Record<string, true> | undefined;
  // Loops, not methods of lists and sets: one of the page's that finds nothing, or everything, would let it through (F-40).
  for (const host of hosts) {
    const declaring = bare();
    let isDeclared = false;
    for (const purpose of policy.purposes) {
      for (const service of servicesOf({ purposes: [purpose] }, [host])) {
        need(SERVICE + service.id);
        declaring[purpose.id] = isDeclared = true;
      }
    }
    if (isFrame && !isDeclared && policy.undeclared !== 'release') missing[UNDECLARED] = true;
    whole ??= declaring;
    for (const id in whole) if (declaring[id] !== true) delete whole[id];
  }
  for (const id of ids) if (whole?.[id] !== true) need(id);
  if (!asks({ ids }, policy)) missing[ids[0] ?? ''] = true;
  const all: string[] = [];
  for (const id in missing) all[all.length] = id;
  return all;
}
