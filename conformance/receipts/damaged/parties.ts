// Damage to the notice and the parties of a record.
import { type Damage, ID, IP, other, RECORD } from './damage.ts';

const CONTROLLERS = `${RECORD} dpv:hasDataController`;
const NOTICE = `${RECORD} dpv:hasNotice`;

export const OF_PARTIES: readonly Damage[] = [
  ['L-26 an IP address', `${NOTICE} s9:ip`, IP, other('A notice')],
  ['no version', `${NOTICE} dct:hasVersion`, undefined, 'dct:hasVersion: A notice has a version'],
  [
    'no language',
    `${NOTICE} dct:language`,
    undefined,
    'dct:language: A notice has a language, und where none was on screen',
  ],
  [
    'no page',
    `${NOTICE} foaf:page`,
    undefined,
    'foaf:page: A notice has a page to read more on, by its full address',
  ],
  [
    'the words for their hash',
    `${NOTICE} s9:textHash`,
    'The Site asks',
    's9:textHash: The hash of the text on screen is SHA-256 in hex',
  ],
  [
    'a number for a hash',
    `${NOTICE} s9:policyHash`,
    5,
    's9:policyHash: The hash of what was asked is SHA-256 in hex',
  ],
  ['no id of a controller', `${CONTROLLERS} 0 dct:identifier`, undefined, ID],
  [
    'no name of a controller',
    `${CONTROLLERS} 0 dpv:hasName`,
    undefined,
    'dpv:hasName: A party has one name',
  ],
  [
    'no address of a controller',
    `${CONTROLLERS} 0 dpv:hasAddress`,
    undefined,
    'dpv:hasAddress: A party has an address',
  ],
  [
    'no contact of a controller',
    `${CONTROLLERS} 0 dpv:hasContact`,
    undefined,
    'dpv:hasContact: A party says how it is reached',
  ],
  ['L-26 an IP address of a controller', `${CONTROLLERS} 0 s9:ip`, IP, other('A party')],

  [
    'a hash that is no text',
    `${NOTICE} s9:textHash`,
    { '@type': 'xsd:token', '@value': 'a'.repeat(64) },
    's9:textHash: The hash of the text on screen is SHA-256 in hex',
  ],
];
