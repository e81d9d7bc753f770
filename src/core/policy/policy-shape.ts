// Which policies are accepted, member by member; what binds them together stands in policy-check.ts.
import { noticeWords } from './notice-words.ts';
import type { Collection, DataItem, Policy, Purpose, Service } from './policy.ts';
import {
  type Fault,
  flag,
  harmless,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Reader,
  refuse,
} from './shape.ts';
import {
  contact,
  duration,
  hostPattern,
  identifier,
  isIdentifier,
  lasting,
  link,
  pathPattern,
  text,
  words,
} from './text-shape.ts';

/** Without one of these there is still somebody who asks; only a name must be true. */
const party = objectOf({
  name: text,
  contact: harmless(contact),
  address: harmless(words),
  privacyUrl: harmless(link),
});

const readService = objectOf<Service>(
  {
    id: identifier,
    name: text,
    privacyUrl: harmless(link),
    hosts: listOf(hostPattern),
    data: listOf(identifier),
  },
  ['id', 'hosts', 'data'],
);

/** An id that is still here: nobody has put its service in place. */
const givenService: Reader<Service> = (value, path, faults) =>
  typeof value === 'string'
    ? refuse(path, 'the catalogue to be had, or a service', faults)
    : readService(value, path, faults);

const readPurpose = objectOf<Purpose>(
  {
    id: identifier,
    name: text,
    aim: text,
    why: words,
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
    services: listOf(givenService),
  },
  ['id', 'data', 'basis', 'recipients', 'retention'],
);

const dataItem = objectOf<DataItem>({ name: text, short: text, retention: duration });

const readCollection = objectOf<Collection>({
  name: text,
  why: words,
  aim: text,
  act: text,
  data: listOf(identifier),
  recipients: listOf(text),
  retention: lasting,
  consent: (value, path, faults) =>
    value === 'optional' || typeof value === 'boolean'
      ? value
      : refuse(path, 'true, false or optional', faults),
});

/**
 * A collection with a fault is closed, and no other: no notice says what nobody wrote. What is missing from one
 * is looked for in the default policy where it is shown.
 */
const collection: Reader<Collection | false> = (value, path, faults) => {
  const found: Fault[] = [];
  const read = readCollection(value, path, found);
  for (const fault of found) faults.push({ ...fault, harmless: true });
  return read !== undefined && found.length === 0 && read;
};

/** What can be read as none closes all of them. */
const collections: Reader<Policy['collections']> = (value, path, faults) =>
  harmless(mapOf(collection, isIdentifier))(value, path, faults) ?? false;

const isSound = (faults: readonly Fault[], since: number): boolean =>
  faults.slice(since).every((fault) => fault.harmless);

/** Nothing of a faulty purpose is kept: it cannot be asked for, so it cannot be granted. */
const soundPurpose: Reader<Purpose> = (value, path, faults) => {
  const before = faults.length;
  const read = readPurpose(value, path, faults);
  return read && isSound(faults, before) ? { ...read, services: read.services ?? [] } : undefined;
};

/** Reads each member for itself. */
export const readMembers = objectOf<Policy>(
  {
    id: identifier,
    version: text,
    // Only receipts quote it.
    jurisdiction: harmless(text),
    ip: oneOf('dropped', 'truncated', 'kept'),
    // The default holds more.
    undeclared: harmless(oneOf('hold', 'release')),
    paths: listOf(pathPattern),
    bots: harmless(oneOf('label', 'drop')),
    controller: party,
    processor: party,
    dataItems: mapOf(dataItem, isIdentifier),
    purposes: listOf(soundPurpose),
    collections,
    rights: listOf(objectOf({ id: identifier, name: text, how: words }, ['id', 'name', 'how'])),
    // Only what announces it knows what it may be.
    announce: (value) => value,
    notice: harmless(mapOf(harmless(noticeWords))),
    // What they may be of is checked where they are put in force (texts.ts).
    texts: harmless(mapOf(harmless(mapOf(harmless(words))))),
  },
  ['id', 'version', 'ip', 'controller', 'processor', 'purposes'],
);
