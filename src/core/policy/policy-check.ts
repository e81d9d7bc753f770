// Which policies are accepted as a whole: the rules that bind their members together.

import { VISIT_DATA } from '../telemetry/visit-data.ts';
import type { Policy, PolicyTerms, Purpose } from './policy.ts';
import { readMembers } from './policy-shape.ts';
import { type Fault, isObject, type Reader, refuse, require } from './shape.ts';
import { isIdentifier } from './text-shape.ts';
import { hasThirdParty } from './third-party.ts';

/** The purpose that keeps the choice; the default policy's own stands in where a Customer's has a fault. */
export const NECESSARY = 'necessary';

/** What the default policy has, so that its words need not be given again. */
interface Known {
  readonly purposes: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly dataItems: ReadonlySet<string>;
  /** Purposes that ask, which no Customer can make run unasked. */
  readonly asking: ReadonlySet<string>;
}

function knownOf(standard: PolicyTerms): Known {
  const services = standard.purposes.flatMap((purpose) => purpose.services.map(({ id }) => id));
  return {
    purposes: new Set(standard.purposes.map(({ id }) => id)),
    services: new Set(services),
    dataItems: new Set(standard.purposes.flatMap(({ data }) => data)),
    asking: new Set(
      standard.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id),
    ),
  };
}

/** A purpose that runs unasked goes to nobody else and tells nothing of a visit (L-17). */
function checkBasis(purpose: Purpose, path: string, { asking }: Known, faults: Fault[]): void {
  const { id, basis, data, visitors = 'none', queryParameters = [] } = purpose;
  const mayRunUnasked =
    !asking.has(id) &&
    !hasThirdParty(purpose) &&
    !data.some((item) => VISIT_DATA.has(item)) &&
    visitors === 'none' &&
    queryParameters.length === 0;
  if (basis === 'necessary' && !mayRunUnasked) {
    refuse(`${path}.basis`, 'consent, for it tells of visits or goes to others', faults);
  }
  if (basis === 'consent' && id === NECESSARY) refuse(`${path}.basis`, 'necessary', faults);
}

function checkPurpose(
  purpose: Purpose,
  path: string,
  items: ReadonlySet<string>,
  known: Known,
  faults: Fault[],
) {
  if (!known.purposes.has(purpose.id)) require(purpose, ['name', 'why'], path, faults);
  checkBasis(purpose, path, known, faults);
  for (const taker of [purpose, ...purpose.services]) {
    const at = taker === purpose ? path : `${path}.services.${taker.id}`;
    for (const item of taker.data) {
      if (!items.has(item)) refuse(`${at}.data`, `keys of dataItems, and ${item} is none`, faults);
    }
    if (taker !== purpose && !known.services.has(taker.id)) require(taker, ['name'], at, faults);
  }
}

/** An id used twice closes all that have it, unread: which of them is meant, nobody knows. */
function withoutTwice(value: unknown, path: string, faults: Fault[]): unknown {
  if (!isObject(value) || !Array.isArray(value['purposes'])) return value;
  const list: unknown[] = value['purposes'];
  const idOf = (item: unknown) => (isObject(item) ? item['id'] : undefined);
  const seen = new Set<unknown>();
  const twice = new Set<unknown>();
  for (const id of list.map(idOf)) {
    // What is no id is refused as such.
    if (typeof id === 'string' && isIdentifier(id) && seen.has(id)) twice.add(id);
    seen.add(id);
  }
  if (!seen.has(NECESSARY)) refuse(path, `to keep the purpose ${NECESSARY}`, faults);
  for (const id of twice) refuse(`${path}.${String(id)}`, 'an id that is used once', faults);
  return { ...value, purposes: list.filter((item) => !twice.has(idOf(item))) };
}

/** More than anybody could be asked about; each element of a page is compared with all of their hosts. */
const MAX_SERVICES = 200;

function checkServices(purposes: readonly Purpose[], path: string, faults: Fault[]): void {
  const seen = new Set<string>();
  for (const { id, services } of purposes) {
    for (const service of services) {
      if (seen.has(service.id)) {
        refuse(`${path}.${id}`, `services used once, and ${service.id} is used twice`, faults);
      }
      seen.add(service.id);
    }
  }
  if (seen.size > MAX_SERVICES) refuse(path, `up to ${MAX_SERVICES} services in all`, faults);
}

/** Reads a policy merged over the standard one; members may be missing from it, never wrong. */
export const readPolicy =
  (standard: PolicyTerms): Reader<Policy> =>
  (value, path, faults) => {
    const policy = readMembers(withoutTwice(value, `${path}.purposes`, faults), path, faults);
    const known = knownOf(standard);
    const items = new Set([...known.dataItems, ...Object.keys(policy?.dataItems ?? {})]);
    for (const [key, item] of Object.entries(policy?.dataItems ?? {})) {
      if (!known.dataItems.has(key)) require(item, ['name'], `${path}.dataItems.${key}`, faults);
    }
    const purposes = policy?.purposes ?? [];
    checkServices(purposes, `${path}.purposes`, faults);
    for (const each of purposes) {
      checkPurpose(each, `${path}.purposes.${each.id}`, items, known, faults);
    }
    return policy;
  };
