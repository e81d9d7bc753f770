// The JSON-LD context of our receipts, written out in each so that it can be read without a network.

/** The W3C publishes terms for a receipt but no context; this one is ours, in docs/receipt too. */
export const CONTEXT = {
  '@version': 1.1,
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  // A name only (RFC 4151): nobody has to keep a page there.
  s9: 'tag:social9.com,2026:consent#',
  'dct:conformsTo': { '@type': '@id' },
  'dct:created': { '@type': 'xsd:dateTime' },
  'foaf:page': { '@type': '@id' },
  'dpv:hasConsentStatus': { '@type': '@id' },
  'dpv:hasDuration': { '@type': 'xsd:duration' },
  'dpv:hasLegalBasis': { '@type': '@id' },
  'dpv:hasLocation': { '@type': '@id' },
  'dpv:hasRecordOfActivity': { '@container': '@list' },
  'dpv:isExercisedAt': { '@type': '@id' },
  'dpv:isIndicatedAtTime': { '@type': 'xsd:dateTime' },
  's9:delivered': { '@type': '@json' },
  's9:folded': { '@type': '@json' },
  's9:publicKey': { '@type': '@json' },
  's9:stored': { '@type': '@json' },
  proof: 's9:proof',
} as const;
