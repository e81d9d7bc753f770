// What purposes declare that they leave in a browser.
import { type Grants, grantsBy } from '../choice/choice.ts';
import type { CookieDeclaration, PolicyTerms, StorageDeclaration } from '../policy/policy.ts';
import { storedElsewhereBy } from '../telemetry/link-storage.ts';
import { isGranted } from './gate.ts';

export interface Leaves {
  readonly cookies: readonly CookieDeclaration[];
  readonly storage: readonly StorageDeclaration[];
}

/** What those leave that are not granted, but for our own last word; of what runs unasked there is nothing. */
export function leavesOf(
  policy: PolicyTerms,
  grants: Grants = grantsBy(policy, () => false),
): Leaves {
  const denied = policy.purposes.filter(({ id }) => !isGranted(grants, id));
  return {
    cookies: denied.flatMap(({ cookies = [] }) => cookies),
    storage: denied.flatMap(storedElsewhereBy),
  };
}
