// Which policies are accepted: every member, and the rules that bind them together.
import type { Policy, Purpose } from './policy.ts';
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
  text,
  words,
} from './shape.ts';

const party = objectOf({ name: text, contact: text, privacyUrl: address });

const service = objectOf(
  {
    id: identifier,
    name: text,
    privacyUrl: address,
    hosts: listOf(hostName),
    data: listOf(identifier),
  },
  ['id', 'name', 'hosts', 'data'],
);

const purpose = objectOf<Purpose>(
  {
    id: identifier,
    name: words,
    why: words,
    data: listOf(identifier),
    basis: oneOf('consent', 'necessary'),
    recipients: listOf(text),
    retention: duration,
    visitors: oneOf('none', 'visit', 'id'),
    queryParameters: listOf(text),
    cookies: listOf(objectOf({ name: text, domain: text, lifetime: duration }, ['name'])),
    storage: listOf(
      objectOf({ kind: oneOf('localStorage', 'sessionStorage', 'indexedDB'), name: text }, [
        'kind',
        'name',
      ]),
    ),
    services: listOf(service),
  },
  ['id', 'name', 'why', 'data', 'basis', 'recipients', 'retention'],
);

const isSound = (faults: readonly Fault[], since: number) =>
  faults.slice(since).every((fault) => fault.unknown);

const OPTIONAL = { visitors: 'none', queryParameters: [], cookies: [], storage: [], services: [] };

/** Nothing of a faulty purpose is kept: it cannot be asked for, so it cannot be granted. */
const wholePurpose: Reader<Purpose> = (value, path, faults) => {
  const before = faults.length;
  const read = purpose(value, path, faults);
  return isSound(faults, before) ? ({ ...OPTIONAL, ...read } as Purpose) : undefined;
};

const shape = objectOf<Policy>(
  {
    id: identifier,
    version: text,
    ip: oneOf('dropped', 'truncated', 'kept'),
    controller: party,
    processor: party,
    dataItems: mapOf(objectOf({ name: words, retention: duration }, ['name'])),
    purposes: listOf(wholePurpose),
    collections: mapOf(
      objectOf({ name: words, why: words, data: listOf(identifier), retention: duration, consent: flag }, [
        'name',
        'why',
        'data',
        'retention',
      ]),
    ),
    rights: listOf(objectOf({ id: identifier, name: words, how: words }, ['id', 'name', 'how'])),
    texts: mapOf(mapOf(text)),
  },
  ['id', 'version', 'ip', 'controller', 'processor', 'dataItems', 'purposes', 'rights'],
);

/** Whether anyone but the site and its provider receives data for this purpose. */
export function hasThirdParty(purpose: Purpose): boolean {
  return (
    purpose.services.length > 0 ||
    purpose.recipients.some((name) => name !== 'controller' && name !== 'processor')
  );
}

/** A purpose that runs unasked keeps the choice and nothing else: no telemetry, no embeds (L-17). */
function checkBasis(purpose: Purpose, path: string, faults: Fault[]): void {
  const mayBeNecessary = purpose.id !== 'analytics' && !hasThirdParty(purpose);
  if (purpose.basis === 'necessary' && !mayBeNecessary) refuse(`${path}.basis`, 'consent', faults);
  if (purpose.basis === 'consent' && purpose.id === 'necessary') {
    refuse(`${path}.basis`, 'necessary', faults);
  }
}

function checkData(policy: Policy, data: readonly string[], path: string, faults: Fault[]): void {
  for (const item of data) {
    if (!Object.hasOwn(policy.dataItems, item)) {
      refuse(`${path}.data`, `keys of dataItems, and ${item} is none`, faults);
    }
  }
}

function checkPurposes(policy: Policy, path: string, faults: Fault[]): void {
  const seen = new Set<string>();
  for (const purpose of policy.purposes) {
    const at = `${path}.purposes.${purpose.id}`;
    const ids = [purpose.id, ...purpose.services.map(({ id }) => `service:${id}`)];
    for (const id of ids) {
      if (seen.has(id)) refuse(at, `an id used once, and ${id} is used twice`, faults);
      seen.add(id);
    }
    checkBasis(purpose, at, faults);
    checkData(policy, purpose.data, at, faults);
    for (const { id, data } of purpose.services) {
      checkData(policy, data, `${at}.services.${id}`, faults);
    }
  }
  if (!seen.has('necessary')) refuse(`${path}.purposes`, 'to keep the purpose necessary', faults);
}

/** Reads a whole policy; members may be missing from what it returns, never wrong. */
export const readPolicy: Reader<Policy> = (value, path, faults) => {
  const policy = shape(value, path, faults);
  if (policy?.purposes && policy.dataItems) checkPurposes(policy, path, faults);
  return policy;
};
