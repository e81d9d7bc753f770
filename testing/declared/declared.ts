// Who may be spoken to, and what may be stored, for each id that can be granted.
import type {
  CookieDeclaration,
  Purpose,
  Service,
  StorageDeclaration,
} from '../../src/core/policy/policy.ts';
import type { CatalogueService } from '../../src/core/settings/catalogue.ts';

/** Hosts a Customer expects: purpose id, or `service:…`, to hosts. */
export type Expected = Readonly<Record<string, readonly string[]>>;

export interface Declared {
  /** Every host a service names; `null` where the policy lets the hosts of frames go undeclared. */
  readonly known: readonly string[] | null;
  readonly hosts: Expected;
  /** Purpose id to names of what it may store; `*` at the end stands for the rest. */
  readonly stores: Expected;
}

/** A purpose as settings write it: whole, or the members that differ from an earlier layer. */
export type GivenPurpose = Partial<Omit<Purpose, 'services'>> & {
  readonly id: string;
  readonly drop?: boolean;
  /** One of the catalogue by its id alone. */
  readonly services?: readonly (string | Service)[];
};

/** Purposes go by id, member by member, as in the widget. */
export function merged(
  base: readonly GivenPurpose[],
  given: readonly GivenPurpose[],
): GivenPurpose[] {
  const over = (id: string) => given.filter((purpose) => purpose.id === id);
  const changed = base.map(
    (purpose): GivenPurpose => Object.assign({}, purpose, ...over(purpose.id)),
  );
  const added = given.filter(({ id }) => !base.some((purpose) => purpose.id === id));
  return [...changed, ...added].filter(({ drop }) => drop !== true);
}

/** Ids of the catalogue in place, with the cookies they bring; one that is not there is left out, as the widget does. */
export function withServices(
  purposes: readonly GivenPurpose[],
  catalogue: readonly CatalogueService[],
): GivenPurpose[] {
  return purposes.map((purpose) => {
    const { services = [], cookies = [] } = purpose;
    const known = (each: string | Service) =>
      typeof each === 'string' ? catalogue.filter(({ id }) => id === each) : [each];
    const found = services.flatMap<CatalogueService>(known);
    return {
      ...purpose,
      services: found,
      cookies: [...cookies, ...found.flatMap((service) => service.cookies ?? [])],
    };
  });
}

const isWhole = (service: string | Service): service is Service => typeof service !== 'string';

const namesOf = (list: readonly (CookieDeclaration | StorageDeclaration)[] = []): string[] =>
  list.map(({ name }) => name);

/** What the widget keeps by itself where a purpose tells visits apart. */
const LINK = 's9-consent-link';

const linkOf = ({ visitors = 'none' }: GivenPurpose): string[] =>
  visitors === 'none' ? [] : [LINK];

/** @param collector host of the endpoint, where there is one: what is sent there needs `analytics`. */
export function declaredBy(
  purposes: readonly GivenPurpose[],
  collector?: string,
  undeclared?: string,
): Declared {
  const services = purposes.flatMap((purpose) => purpose.services ?? []).filter(isWhole);
  return {
    known: undeclared === 'release' ? null : services.flatMap(({ hosts }) => hosts),
    hosts: {
      ...Object.fromEntries(services.map(({ id, hosts }) => [`service:${id}`, hosts])),
      ...(collector === undefined ? {} : { analytics: [collector] }),
    },
    stores: Object.fromEntries(
      purposes.map((purpose) => [
        purpose.id,
        [...namesOf(purpose.cookies), ...namesOf(purpose.storage), ...linkOf(purpose)],
      ]),
    ),
  };
}
