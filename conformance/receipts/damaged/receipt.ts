// Damage to the receipt around its records.

import { SMALL } from '../made-receipts.ts';
import { type Damage, IP, RECORD, RECORDS, STATUS } from './damage.ts';

const LIST = 'The list of a receipt holds records, at least one';
const ONE_LIST =
  'dpv:hasRecordOfActivity: A receipt has one list of records, as their order says what came after what';
const PROOF = 'A proof is a whole device signature, or says that there is none';

export const OF_RECEIPT: readonly Damage[] = [
  [
    'no type',
    '@type',
    undefined,
    'A receipt is a dpv:ConsentReceipt, with the properties of this shape and no other',
  ],
  [
    'L-26 an IP address',
    's9:ip',
    IP,
    's9:ip: A receipt is a dpv:ConsentReceipt, with the properties of this shape and no other',
  ],
  [
    'no profile',
    'dct:conformsTo',
    undefined,
    'dct:conformsTo: A receipt says which profile of receipts it keeps',
  ],
  ['a short id', 'dct:identifier', '1', 'dct:identifier: A receipt has one id, a UUID'],
  [
    'a date for a time',
    'dct:created',
    { '@type': 'xsd:date', '@value': '2026-03-01Z' },
    'dct:created: A receipt says when it was made, in UTC',
  ],
  [
    'a local time',
    'dct:created',
    '2026-03-01T12:00:00',
    'dct:created: A receipt says when it was made, in UTC',
  ],
  ['no status', 'dpv:hasConsentStatus', undefined, STATUS],
  [
    'a right in words',
    'dpv:hasRight',
    ['Ask us'],
    'dpv:hasRight: A right is a node, not a text',
    'rdf:type: A right is an article of GDPR, or dpv:DataSubjectRight',
  ],
  ['no list', RECORDS, undefined, LIST, ONE_LIST],
  ['an empty list', RECORDS, [], LIST],
  ['a list of something else', `${RECORD} @type`, 'dpv:ConsentNotice', LIST],
  [
    'folded in words',
    'tag:social9.com,2026:consent#folded',
    'three',
    's9:folded: What was folded is told once, as JSON',
  ],
  [
    'an empty jurisdiction',
    's9:jurisdiction',
    '',
    's9:jurisdiction: The jurisdiction of a policy is told once, as text',
  ],
  [
    'a number for a purpose',
    's9:unasked',
    [3],
    's9:unasked: A purpose that runs unasked is told by its id',
  ],
  [
    'no proof',
    'proof',
    undefined,
    's9:proof: A receipt has one proof, even if it is that there is none',
  ],
  ['no signature', 'proof s9:signature', undefined, PROOF],
  ['a signature that is denied', 'proof @type', 's9:Unsigned', PROOF],
  ['L-26 an IP address in the proof', 'proof s9:ip', IP, `s9:ip: ${PROOF}`],
  [
    'a right of no kind',
    'dpv:hasRight 0 @type',
    'dpv:Process',
    'rdf:type: A right is an article of GDPR, or dpv:DataSubjectRight',
  ],
  [
    'a right with an address',
    'dpv:hasRight 0 s9:ip',
    IP,
    's9:ip: A right is told by its type, a title and a description',
  ],
  [
    'a right told twice',
    'dpv:hasRight 0 dct:description',
    ['a', 'b'],
    'dct:description: A description is given once, as text',
  ],

  ['two lists', 'https://w3id.org/dpv#hasRecordOfActivity', 'more', ONE_LIST],
  [
    'two proofs',
    'proof',
    [SMALL.proof, SMALL.proof],
    's9:proof: A receipt has one proof, even if it is that there is none',
  ],
  ['another algorithm', 'proof s9:algorithm', 'none', PROOF],
  ['another canonical form', 'proof s9:canonicalization', 'none', PROOF],
  ['no key', 'proof s9:publicKey', undefined, PROOF],
  ['a short signature', 'proof s9:signature', 'abc', PROOF],
  ['two signatures', 'proof s9:signature', ['a'.repeat(86), 'b'.repeat(86)], PROOF],
  [
    'a right of two kinds',
    'dpv:hasRight 0 @type',
    ['eu-gdpr:A17', 'eu-gdpr:A16'],
    'rdf:type: A right is an article of GDPR, or dpv:DataSubjectRight',
  ],
  [
    'an id that is no text',
    'dct:identifier',
    { '@type': 'xsd:token', '@value': SMALL['dct:identifier'] },
    'dct:identifier: A receipt has one id, a UUID',
  ],
];
