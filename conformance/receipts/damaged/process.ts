// Damage to what was asked and what was answered.
import { type Damage, ID, IP, other, RECORD, STATUS } from './damage.ts';

/** Was asked for. */
const PROCESS = `${RECORD} dpv:hasProcess 0`;
const PURPOSE = `${PROCESS} dpv:hasPurpose`;
const DATA = `${PROCESS} dpv:hasPersonalData`;
const RECIPIENTS = `${PROCESS} dpv:hasRecipient`;
const STORAGE = `${PROCESS} dpv:hasStorageCondition`;
const SERVICE = `${RECORD} dpv:hasProcess 2 dpv:hasService 0`;
const CONDITION = 'A storage condition is either a place or a time';

export const OF_PROCESS: readonly Damage[] = [
  ['L-26 an IP address', `${PROCESS} s9:ip`, IP, other('A process')],
  ['no purpose', PURPOSE, undefined, 'dpv:hasPurpose: A process has one purpose'],
  ['L-26 an IP address in a purpose', `${PURPOSE} s9:ip`, IP, other('A purpose')],
  [
    'a purpose with two titles',
    `${PURPOSE} dct:title`,
    ['a', 'b'],
    'dct:title: A title is given once, as text',
  ],
  ['no personal data', DATA, [], 'dpv:hasPersonalData: A process names the personal data it takes'],
  [
    'personal data of no category',
    `${DATA} 0 @type`,
    'dpv:Purpose',
    "rdf:type: Personal data has one category, of DPV's pd or dpv:PersonalData",
  ],
  [
    'L-26 the personal data itself',
    `${DATA} 0 s9:ip`,
    IP,
    's9:ip: Personal data has the properties of this shape and no other',
  ],
  [
    'personal data kept in another place',
    `${DATA} 0 dpv:hasStorageCondition`,
    [{ '@type': 'dpv:StorageLocation', 'dpv:hasLocation': 'dpv:WithinDevice' }],
    'dpv:hasStorageCondition: Personal data that is kept for another time than the rest says so once',
  ],
  [
    'visits linked in a way nobody was asked for',
    `${PROCESS} s9:visitors`,
    'always',
    's9:visitors: Visits of one person are linked within one, or by an id',
  ],
  [
    'a parameter without a name',
    `${PROCESS} s9:queryParameters`,
    [''],
    's9:queryParameters: A query parameter that is taken is told by its name',
  ],
  ['no recipient', RECIPIENTS, [], 'dpv:hasRecipient: A process names who receives the data'],
  [
    'a recipient of no kind',
    `${RECIPIENTS} 0 @type`,
    'dpv:Agent',
    'rdf:type: A recipient is the controller, a processor or a third party',
  ],
  ['L-26 an IP address of a recipient', `${RECIPIENTS} 0 s9:ip`, IP, other('A recipient')],
  [
    'no storage location',
    `${STORAGE} 0`,
    { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': 'P1D' },
    'dpv:hasStorageCondition: A process says where the data is kept',
    'dpv:hasStorageCondition: A process says how long the data is kept',
  ],
  [
    'no retention',
    `${STORAGE} 1 @type`,
    undefined,
    CONDITION,
    'dpv:hasStorageCondition: A process says how long the data is kept',
  ],
  [
    'a place nobody knows',
    `${STORAGE} 0 dpv:hasLocation`,
    'dpv:Somewhere',
    'dpv:hasLocation: Data is kept in one place, on the device or away from it',
  ],
  [
    'retention in weeks',
    `${STORAGE} 1 dpv:hasDuration`,
    'P2W',
    'dpv:hasDuration: Data is kept for one time, told as xsd:duration, which has no weeks',
  ],
  [
    'two statuses',
    `${PROCESS} dpv:hasConsentStatus`,
    ['dpv:ConsentGiven', 'dpv:ConsentExpired'],
    'dpv:hasConsentStatus: A process has no more than one status, and it is one that a choice can have',
  ],
  [
    'an answer to nothing',
    `${PROCESS} dpv:hasConsentStatus`,
    undefined,
    'A process that was asked for has a status; one that was not stays on the device',
  ],
  [
    'a service that is none',
    `${SERVICE} @type`,
    'dpv:Process',
    'dpv:hasService: What can be granted alone inside a purpose is a service',
  ],
  ['L-26 an IP address in a service', `${SERVICE} s9:ip`, IP, other('A service')],
  [
    'data of a service in words',
    `${SERVICE} dpv:hasPersonalData`,
    ['IP address'],
    'dpv:hasPersonalData: What a service takes is a node, not a text',
    ID,
    "rdf:type: Personal data has one category, of DPV's pd or dpv:PersonalData",
  ],
  ['no status of a service', `${SERVICE} dpv:hasConsentStatus`, undefined, STATUS],

  [
    'no type',
    `${PROCESS} @type`,
    undefined,
    'dpv:hasProcess: A record says what was asked: at least one process',
  ],
  [
    'a purpose of another kind',
    `${PURPOSE} @type`,
    'dpv:Process',
    'dpv:hasPurpose: A process has one purpose',
  ],
  [
    'data of two categories',
    `${DATA} 0 @type`,
    ['pd:IPAddress', 'pd:Language'],
    "rdf:type: Personal data has one category, of DPV's pd or dpv:PersonalData",
  ],
  [
    'a recipient of two kinds',
    `${RECIPIENTS} 0 @type`,
    ['dpv:DataController', 'dpv:ThirdParty'],
    'rdf:type: A recipient is the controller, a processor or a third party',
  ],
  [
    'a recipient of no kind at all',
    `${RECIPIENTS} 0 @type`,
    undefined,
    'rdf:type: A recipient is the controller, a processor or a third party',
  ],
  [
    'an invented status',
    `${PROCESS} dpv:hasConsentStatus`,
    'dpv:ConsentTerminated',
    'dpv:hasConsentStatus: A process has no more than one status, and it is one that a choice can have',
  ],
  [
    'two places',
    `${STORAGE} 2`,
    { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': 'dpv:RemoteLocation' },
    'dpv:hasStorageCondition: A process says where the data is kept',
  ],
  [
    'a place with a time',
    `${STORAGE} 0`,
    { '@type': 'dpv:StorageLocation', 'dpv:hasDuration': 'P1D' },
    CONDITION,
  ],
  [
    'a time with a place',
    `${STORAGE} 1`,
    { '@type': 'dpv:StorageDuration', 'dpv:hasLocation': 'dpv:RemoteLocation' },
    CONDITION,
  ],
  ['L-26 an IP address in a storage condition', `${STORAGE} 0 s9:ip`, IP, `s9:ip: ${CONDITION}`],
];
