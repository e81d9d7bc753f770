// What is granted, by the ids that markup and API name it with.
import type { Grants } from '../choice/choice.ts';
import type { PolicyTerms } from '../policy/policy.ts';

/** What an id of a service begins with. */
export const SERVICE = 'service:';

/** Whether a purpose id, or `service:…`, is granted. An id the policy does not name never is. */
export function isGranted(grants: Grants, id: string): boolean {
  const [kind, key] = id.startsWith(SERVICE)
    ? (['services', id.slice(SERVICE.length)] as const)
    : (['purposes', id] as const);
  return Object.hasOwn(grants[kind], key) && grants[kind][key] === true;
}

/** Ids in a `data-consent` attribute. */
export const idsIn = (attribute: string): string[] => attribute.split(/\s+/).filter(Boolean);

/** Whether the policy has a purpose or a service of this id. */
export const isKnown = ({ purposes }: PolicyTerms, wanted: string): boolean =>
  purposes.some(
    ({ id, services }) =>
      id === wanted || services.some((service) => SERVICE + service.id === wanted),
  );

/** Whether it is a purpose that runs without asking. */
export const isNecessary = ({ purposes }: PolicyTerms, wanted: string): boolean =>
  purposes.some(({ id, basis }) => id === wanted && basis === 'necessary');
