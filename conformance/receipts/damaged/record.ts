// Damage to a record itself, and to what tells of one thing in it.
import { type Damage, IP, other, RECORD, STATUS } from './damage.ts';

const CONTROLLERS = `${RECORD} dpv:hasDataController`;
const NOTICE = `${RECORD} dpv:hasNotice`;
const BASIS = 'A record names Article 6(1)(a) where it keeps the profile of GDPR, and only there';
const PLAIN = 'https://w3id.org/dpv/schema/dpv-27560#record';

export const OF_RECORD: readonly Damage[] = [
  ['L-26 an IP address', `${RECORD} s9:ip`, IP, other('A record')],
  [
    'the profile of a receipt',
    `${RECORD} dct:conformsTo`,
    `${PLAIN.replace('record', 'receipt')}`,
    BASIS,
    'dct:conformsTo: A record says which profile of records it keeps',
  ],
  ['the profile of another law', `${RECORD} dct:conformsTo`, PLAIN, BASIS],
  ['no basis in GDPR', `${RECORD} dpv:hasLegalBasis`, ['dpv:ExpressedConsent'], BASIS],
  [
    'a legal basis besides',
    `${RECORD} dpv:hasLegalBasis`,
    ['dpv:LegitimateInterest', 'eu-gdpr:A6-1-a'],
    'dpv:hasLegalBasis: The legal basis is consent that was expressed',
  ],
  ['no id', `${RECORD} dct:identifier`, undefined, 'dct:identifier: A record has one id, a UUID'],
  [
    'no data subject',
    `${RECORD} dpv:hasDataSubject`,
    undefined,
    'dpv:hasDataSubject: A record is about one data subject',
  ],
  [
    'L-26 a name for the data subject',
    `${RECORD} dpv:hasDataSubject dpv:hasName`,
    'Ann',
    'dpv:hasName: A data subject is told by a random id and nothing else',
  ],
  [
    'L-26 an address for its id',
    `${RECORD} dpv:hasDataSubject dct:identifier`,
    IP,
    'dct:identifier: A data subject has one random id, a UUID',
  ],
  ['no notice', NOTICE, undefined, 'dpv:hasNotice: A record names the notice that asked'],
  [
    'no controller',
    CONTROLLERS,
    [],
    'dpv:hasDataController: A record names who is responsible: a data controller',
  ],
  [
    'a controller who processes',
    `${RECORD} dpv:hasDataProcessor 0 @type`,
    'dpv:DataController',
    'dpv:hasDataProcessor: Who works for the controller is a data processor',
  ],
  [
    'no jurisdiction',
    `${RECORD} dpv:hasJurisdiction`,
    undefined,
    'dpv:hasJurisdiction: A record says whose law it was made under, or that this is undetermined',
  ],
  [
    'more of a jurisdiction',
    `${RECORD} dpv:hasJurisdiction s9:ip`,
    IP,
    's9:ip: A jurisdiction is told by its id alone',
  ],
  ['no status', `${RECORD} dpv:hasConsentStatus`, undefined, STATUS],
  ['an invented status', `${RECORD} dpv:hasConsentStatus`, 'dpv:ConsentTerminated', STATUS],
  [
    'two statuses',
    `${RECORD} dpv:hasConsentStatus`,
    ['dpv:ConsentGiven', 'dpv:ConsentRefused'],
    STATUS,
  ],
  [
    'a time in words',
    `${RECORD} dpv:isIndicatedAtTime`,
    'at noon',
    'dpv:isIndicatedAtTime: A record says when the choice was made, in UTC',
  ],
  [
    'a validity in weeks',
    `${RECORD} dpv:hasDuration`,
    'P2W',
    'dpv:hasDuration: A record says how long the choice counts, as xsd:duration',
  ],
  [
    'nobody who answered',
    `${RECORD} dpv:isIndicatedBy`,
    undefined,
    'dpv:isIndicatedBy: A record says who made the choice',
  ],
  [
    'an answer by a processor',
    `${RECORD} dpv:isIndicatedBy @type`,
    'dpv:DataProcessor',
    'rdf:type: A choice is made by the person, the site or an agent such as a signal',
  ],
  [
    'L-26 who answered by name',
    `${RECORD} dpv:isIndicatedBy dpv:hasName`,
    'Ann',
    'dpv:hasName: Who made the choice is told by type and id alone',
  ],
  [
    'no method',
    `${RECORD} dpv:hasIndicationMethod`,
    undefined,
    'dpv:hasIndicationMethod: A record says how the choice was made',
  ],
  [
    'no way to withdraw',
    `${RECORD} dpv:hasConsentControl`,
    undefined,
    'dpv:hasConsentControl: A record says how consent is withdrawn',
  ],
  [
    'nowhere to withdraw',
    `${RECORD} dpv:hasConsentControl dpv:isExercisedAt`,
    undefined,
    'dpv:isExercisedAt: Consent is withdrawn at a full address',
  ],
  [
    'more of the way to withdraw',
    `${RECORD} dpv:hasConsentControl s9:ip`,
    IP,
    's9:ip: How consent is withdrawn is told by an address alone',
  ],
  [
    'nothing asked',
    `${RECORD} dpv:hasProcess`,
    [],
    'dpv:hasProcess: A record says what was asked: at least one process',
  ],
  ['no build', `${RECORD} s9:build`, undefined, 's9:build: A record names the build that made it'],
  [
    'no stored record',
    `${RECORD} s9:stored`,
    undefined,
    's9:stored: A record holds the record as it was stored, as JSON',
  ],

  [
    'a controller of another kind',
    `${RECORD} dpv:hasDataController 0 @type`,
    'dpv:DataProcessor',
    'dpv:hasDataController: A record names who is responsible: a data controller',
  ],
  [
    'no legal basis',
    `${RECORD} dpv:hasLegalBasis`,
    [],
    BASIS,
    'dpv:hasLegalBasis: The legal basis is consent that was expressed',
  ],
  [
    'a way to do something else',
    `${RECORD} dpv:hasConsentControl @type`,
    'dpv:Process',
    'dpv:hasConsentControl: A record says how consent is withdrawn',
  ],
  [
    'an answer by two',
    `${RECORD} dpv:isIndicatedBy @type`,
    ['dpv:DataSubject', 'dpv:Agent'],
    'rdf:type: A choice is made by the person, the site or an agent such as a signal',
  ],
  [
    'an answer by no kind',
    `${RECORD} dpv:isIndicatedBy @type`,
    undefined,
    'rdf:type: A choice is made by the person, the site or an agent such as a signal',
  ],
  [
    'an answer of the receiver as text',
    `${RECORD} tag:social9.com,2026:consent#delivered`,
    'taken',
    "s9:delivered: What the receiver of a record's proof answered is told once, as JSON",
  ],
  [
    'a second stored record, as text',
    `${RECORD} tag:social9.com,2026:consent#stored`,
    'more',
    's9:stored: A record holds the record as it was stored, as JSON',
  ],
];
