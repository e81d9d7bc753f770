// Which terms of the W3C's Data Privacy Vocabulary a document uses, as full names.

const PREFIXES: Readonly<Record<string, string>> = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
};

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      yield key;
      yield* stringsIn(member);
    }
  }
}

/** A prefixed name in any place, or a full one with a fragment. */
function fullName(text: string): string {
  const [, prefix = '', name = ''] = /^([\w-]+):([\w-]+)$/.exec(text) ?? [];
  if (Object.hasOwn(PREFIXES, prefix)) return PREFIXES[prefix] + name;
  return /^https:\/\/w3id\.org\/dpv.*#./.test(text) ? text : '';
}

export const termsIn = (document: unknown): string[] =>
  [...new Set([...stringsIn(document)].map(fullName))].filter(Boolean).toSorted();
