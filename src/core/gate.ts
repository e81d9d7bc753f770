// Choice and tags decide what may run: a tag is released when everything it waits for is granted.
import type { Grants } from './choice.ts';
import type { PolicyTerms } from './policy.ts';

const SERVICE = 'service:';

/** Whether a purpose id, or `service:…`, is granted. An id the policy does not name never is. */
export function isGranted(grants: Grants, id: string): boolean {
  const [kind, key] = id.startsWith(SERVICE)
    ? (['services', id.slice(SERVICE.length)] as const)
    : (['purposes', id] as const);
  return Object.hasOwn(grants[kind], key) && grants[kind][key] === true;
}

/** Ids in a `data-consent` attribute. */
export const idsIn = (attribute: string): string[] => attribute.split(/\s+/).filter(Boolean);

/**
 * What a tag still waits for. Besides the ids it names, a tag that fetches from a host of a declared
 * service waits for that service: a person who refused Facebook gets nothing from Facebook, whatever
 * the tag was marked with. A tag that names nothing waits for ever.
 */
export function missingFor(
  ids: readonly string[],
  hosts: readonly string[],
  policy: PolicyTerms,
  grants: Grants,
): string[] {
  const missing: string[] = [];
  const need = (id: string): void => {
    if (!isGranted(grants, id)) missing.push(id);
  };
  // A page may have methods of lists that lie; here one that finds nothing would let everything through.
  for (let i = 0; i < (ids.length || 1); i++) need(ids[i] ?? '');
  policy.purposes.forEach(({ services }) =>
    services.forEach((service) => {
      if (service.hosts.some((host) => hosts.includes(host))) need(SERVICE + service.id);
    }),
  );
  return missing;
}
