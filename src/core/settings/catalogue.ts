// Services that a purpose names by id, put in place of their ids from the catalogue.
import type { CookieDeclaration, Service } from '../policy/policy.ts';
import { type Fault, isObject, refuse } from '../policy/shape.ts';
import { nearestTo } from './nearest.ts';

/** A service as the catalogue has it. */
export interface CatalogueService extends Service {
  /** Those it sets on the site's own host, where they can be deleted; they become the purpose's. */
  readonly cookies?: readonly CookieDeclaration[];
}

/** Settings with their services in place, and the ids that nobody knows. */
export interface Completed {
  readonly merged: unknown;
  readonly faults: readonly Fault[];
}

/** Settings in which ids of the catalogue stand for its services; still unchecked. */
export type WithCatalogue = (merged: unknown) => Completed;

const purposesIn = (merged: unknown): readonly unknown[] => {
  const policy = isObject(merged) && merged['policy'];
  const purposes = isObject(policy) && policy['purposes'];
  return Array.isArray(purposes) ? purposes : [];
};

const servicesIn = (purpose: unknown): readonly unknown[] => {
  const services = isObject(purpose) && purpose['services'];
  return Array.isArray(services) ? services : [];
};

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a purpose names a service by its id alone. */
export const namesServices = (merged: unknown): boolean =>
  purposesIn(merged).some((purpose) => servicesIn(purpose).some(isText));

/** What a purpose says besides when a service comes to it: unless it already says so. */
function besides(purpose: Record<string, unknown>, found: readonly CatalogueService[]) {
  const { cookies = [], recipients = [] } = purpose;
  const isKnown = (list: unknown[], { name }: CookieDeclaration) =>
    list.some((item) => isObject(item) && item['name'] === name);
  // What is no list is left for the check to refuse.
  return {
    recipients: Array.isArray(recipients)
      ? [
          ...(recipients as unknown[]),
          // "YouTube (Google)" is Google, which need not be said twice.
          ...found
            .map(({ name }) => name)
            .filter((name) => !recipients.some((known) => isText(known) && name.includes(known))),
        ]
      : (recipients as unknown),
    cookies: Array.isArray(cookies)
      ? [
          ...(cookies as unknown[]),
          ...found
            .flatMap((service) => service.cookies ?? [])
            .filter((cookie) => !isKnown(cookies, cookie)),
        ]
      : (cookies as unknown),
  };
}

/** Looking for what was meant takes long; who has more to mend begins with these. */
const MAX_HELPED = 20;

function completed(
  purpose: unknown,
  catalogue: readonly CatalogueService[],
  faults: Fault[],
): unknown {
  if (!isObject(purpose) || !servicesIn(purpose)[0]) return purpose;
  const found: CatalogueService[] = [];
  const services = servicesIn(purpose).flatMap((service: unknown, index) => {
    if (!isText(service)) return [service];
    const known = catalogue.find(({ id }) => id === service);
    if (known) {
      found.push(known);
      const { cookies: _, ...rest } = known;
      return [rest];
    }
    const ids = catalogue.map(({ id }) => id);
    const near = faults.length < MAX_HELPED ? nearestTo(service, ids) : ids.slice(0, 3);
    const path = `policy.purposes.${isText(purpose['id']) ? purpose['id'] : ''}.services[${index}]`;
    return refuse(path, `an id of the catalogue, such as ${near.join(', ')}`, faults) ?? [];
  });
  return { ...purpose, services, ...(found[0] && besides(purpose, found)) };
}

/** @param merged as gathered; one that names no service by id is given back as it is. */
export function withServices(merged: unknown, catalogue: readonly CatalogueService[]): Completed {
  if (!namesServices(merged)) return { merged, faults: [] };
  const faults: Fault[] = [];
  const purposes = purposesIn(merged).map((purpose) => completed(purpose, catalogue, faults));
  const { policy } = merged as { readonly policy: object };
  return { merged: { ...(merged as object), policy: { ...policy, purposes } }, faults };
}
