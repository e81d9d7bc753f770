// Who is asked: hosts in one form, and the services of a policy that a host belongs to.

/** In every runtime, and in no language standard that the rules are compiled with. */
declare const URL: new (address: string, base?: string) => { readonly host: string };

/**
 * The host that an address is fetched from, in the one form that is compared: lower case, in ASCII, without
 * the usual port and without a final dot. Empty where there is none.
 */
export function normalHost(address: string, base?: string): string {
  try {
    return new URL(address, base).host.replace(/\.(?=:|$)/, '');
  } catch {
    return '';
  }
}

/** Whether a pattern of a policy, `host` or `*.host` for all below it, means a host; both in normal form. */
export const isHostOf = (pattern: string, host: string): boolean =>
  pattern[0] === '*' ? host.endsWith(pattern.slice(1)) : host === pattern;

/** The services that one of the hosts belongs to, in the order of the policy. */
export function servicesOf<S extends { readonly hosts: readonly string[] }>(
  policy: { readonly purposes: readonly { readonly services: readonly S[] }[] },
  hosts: readonly string[],
): S[] {
  const found: S[] = [];
  // Loops, not methods of lists and sets: one of the page's that finds nothing would let a refused service through (F-40).
  for (const { services } of policy.purposes) {
    for (const service of services) {
      let isAsked = false;
      for (const pattern of service.hosts) {
        for (const host of hosts) isAsked ||= isHostOf(pattern, host);
      }
      if (isAsked) found[found.length] = service;
    }
  }
  return found;
}
