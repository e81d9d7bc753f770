// Which policies are accepted: every member, and the rules that bind them together.
import type { DataItem, Policy, PolicyTerms, Purpose, Service } from './policy.ts';
import {
  address,
  duration,
  type Fault,
  flag,
  hostName,
  identifier,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  refuse,
  require,
  text,
} from './shape.ts';
import { hasThirdParty } from './third-party.ts';

const party = objectOf({ name: text, contact: text, address: text, privacyUrl: address });

const readService = objectOf<Service>(
  {
    id: identifier,
    name: text,
    privacyUrl: address,
    hosts: listOf(hostName),
    data: listOf(identifier),
  },
  ['id', 'hosts', 'data'],
);

const readPurpose = objectOf<Purpose>(
  {
    id: identifier,
    name: text,
    why: text,
    data: listOf(identifier),
    basis: oneOf('consent', 'necessary'),
    recipients: listOf(text),
    retention: duration,
    visitors: oneOf('none', 'visit', 'id'),
    queryParameters: listOf(text),
    cookies: listOf(
      objectOf({ name: text, domain: text, lifetime: duration, httpOnly: flag }, ['name']),
    ),
    storage: listOf(
      objectOf({ kind: oneOf('localStorage', 'sessionStorage', 'indexedDB'), name: text }, [
        'kind',
        'name',
      ]),
    ),
    services: listOf(readService),
  },
  ['id', 'data', 'basis', 'recipients', 'retention'],
);

const dataItem = objectOf<DataItem>({ name: text, retention: duration });

const collection = objectOf(
  { name: text, why: text, data: listOf(identifier), retention: duration, consent: flag },
  ['name', 'why', 'data', 'retention'],
);

const isSound = (faults: readonly Fault[], since: number): boolean =>
  faults.slice(since).every((fault) => fault.unknown);

/** Nothing of a faulty purpose is kept: it cannot be asked for, so it cannot be granted. */
const soundPurpose: Reader<Purpose> = (value, path, faults) => {
  const before = faults.length;
  const read = readPurpose(value, path, faults);
  return read && isSound(faults, before) ? { ...read, services: read.services ?? [] } : undefined;
};

const shape = objectOf<Policy>(
  {
    id: identifier,
    version: text,
    jurisdiction: text,
    ip: oneOf('dropped', 'truncated', 'kept'),
    controller: party,
    processor: party,
    dataItems: mapOf(dataItem),
    purposes: listOf(soundPurpose),
    collections: mapOf(collection),
    rights: listOf(objectOf({ id: identifier, name: text, how: text }, ['id', 'name', 'how'])),
    texts: mapOf(mapOf(text)),
  },
  ['id', 'version', 'ip', 'controller', 'processor', 'purposes'],
);

/** A purpose that runs unasked keeps the choice and nothing else: no telemetry, no embeds (L-17). */
function checkBasis(purpose: Purpose, path: string, faults: Fault[]): void {
  const mayBeNecessary = purpose.id !== 'analytics' && !hasThirdParty(purpose);
  if (purpose.basis === 'necessary' && !mayBeNecessary) refuse(`${path}.basis`, 'consent', faults);
  if (purpose.basis === 'consent' && purpose.id === 'necessary') {
    refuse(`${path}.basis`, 'necessary', faults);
  }
}

/** What the default policy has, so that its words need not be given again. */
interface Known {
  readonly purposes: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly dataItems: ReadonlySet<string>;
}

function knownOf(standard: PolicyTerms): Known {
  const services = standard.purposes.flatMap((purpose) => purpose.services.map(({ id }) => id));
  return {
    purposes: new Set(standard.purposes.map(({ id }) => id)),
    services: new Set(services),
    dataItems: new Set(standard.purposes.flatMap(({ data }) => data)),
  };
}

function checkPurpose(
  purpose: Purpose,
  path: string,
  items: ReadonlySet<string>,
  known: Known,
  faults: Fault[],
) {
  if (!known.purposes.has(purpose.id)) require(purpose, ['name', 'why'], path, faults);
  checkBasis(purpose, path, faults);
  for (const taker of [purpose, ...purpose.services]) {
    const at = taker === purpose ? path : `${path}.services.${taker.id}`;
    for (const item of taker.data) {
      if (!items.has(item)) refuse(`${at}.data`, `keys of dataItems, and ${item} is none`, faults);
    }
    if (taker !== purpose && !known.services.has(taker.id)) require(taker, ['name'], at, faults);
  }
}

function checkIds(purposes: readonly Purpose[], path: string, faults: Fault[]): void {
  const seen = new Set<string>();
  for (const { id, services } of purposes) {
    for (const each of [id, ...services.map((service) => `service:${service.id}`)]) {
      if (seen.has(each))
        refuse(`${path}.${id}`, `ids used once, and ${each} is used twice`, faults);
      seen.add(each);
    }
  }
  if (!seen.has('necessary')) refuse(path, 'to keep the purpose necessary', faults);
}

/** Reads a policy merged over the standard one; members may be missing from it, never wrong. */
export const readPolicy =
  (standard: PolicyTerms): Reader<Policy> =>
  (value, path, faults) => {
    const policy = shape(value, path, faults);
    const known = knownOf(standard);
    const items = new Set([...known.dataItems, ...Object.keys(policy?.dataItems ?? {})]);
    for (const [key, item] of Object.entries(policy?.dataItems ?? {})) {
      if (!known.dataItems.has(key)) require(item, ['name'], `${path}.dataItems.${key}`, faults);
    }
    const purposes = policy?.purposes ?? [];
    checkIds(purposes, `${path}.purposes`, faults);
    for (const each of purposes) {
      checkPurpose(each, `${path}.purposes.${each.id}`, items, known, faults);
    }
    return policy;
  };
