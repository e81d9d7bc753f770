// Another implementation of JSON-LD reads our receipts whole, and finds no term that nobody defined.
import { expect, test } from 'vitest';
import { read } from '../../guards/project-files.ts';
import { isSigned, thumbprint } from '../../src/browser/crypto/signature.ts';
import { webCrypto } from '../../src/browser/crypto/web-crypto.ts';
import { CONTEXT } from '../../src/core/receipt/context.ts';
import { verifyReceipt } from '../../src/core/receipt/verify.ts';
import { RECEIPTS, SMALL } from './made-receipts.ts';
import { expanded, quadsOf, shapes } from './receipt-rdf.ts';

const defined = new Set(read('docs/receipt/dpv-2.3-terms.txt').split('\n'));
const PREFIXES: Readonly<Record<string, unknown>> = CONTEXT;

type Quads = Awaited<ReturnType<typeof quadsOf>>;

const undefinedIn = (quads: Quads): string[] =>
  quads
    .flatMap(({ subject, predicate, object }) => [subject, predicate, object])
    .filter(({ termType, value }) => termType === 'NamedNode' && value.startsWith('https://w3id'))
    .flatMap(({ value }) => (defined.has(value) ? [] : value));

/** By hand, so that no fault of the implementation goes unseen. */
function fullName(name: string): string {
  if (name === 'proof') return fullName(CONTEXT.proof);
  const [, prefix = '', rest = ''] = /^([\w-]+):(.*)$/.exec(name) ?? [];
  const space = PREFIXES[prefix];
  return typeof space === 'string' ? space + rest : name;
}

const isJson = (name: string): boolean => {
  const term = PREFIXES[name];
  return typeof term === 'object' && JSON.stringify(term).includes('@json');
};

/** Every type and every property by full name, as often as it stands there. */
function* saidIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* saidIn(each);
  // A value that stands for itself, such as a time, is no node.
  else if (value && typeof value === 'object' && !('@value' in value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === '@type') yield* [member].flat().map(fullName);
      else if (key === '@list') yield* saidIn(member);
      // In JSON-LD a null says nothing, and what stands alone as an address is no property.
      else if (key !== '@context' && key !== '@id' && member !== null) {
        yield fullName(key);
        if (!isJson(key)) yield* saidIn(member);
      }
    }
  }
}

const said = (value: unknown): string[] => [...saidIn(value)].toSorted();

test.for(RECEIPTS)('S-07 expansion loses nothing of a receipt: %s', async ([, receipt]) => {
  expect(said(receipt).length).toBeGreaterThan(40);
  expect(said(await expanded(receipt))).toEqual(said(receipt));
});

test.for(RECEIPTS)('S-07 as RDF, a receipt uses only defined terms: %s', async ([, receipt]) => {
  const quads = await quadsOf(receipt);
  expect(quads.length).toBeGreaterThan(80);
  expect(undefinedIn(quads)).toEqual([]);
});

const RECORDS = fullName('dpv:hasRecordOfActivity');
const ID = fullName('dct:identifier');

test.for(RECEIPTS)(
  'S-07 L-25 as RDF, a receipt keeps its records and their order: %s',
  async ([, receipt]) => {
    const records = receipt['dpv:hasRecordOfActivity'];
    const [{ [RECORDS]: list } = {}] = (await expanded(receipt)) as Record<string, unknown>[];
    const ids = records.map((record) => ({ [ID]: [{ '@value': record['dct:identifier'] }] }));
    expect(list).toMatchObject([{ '@list': ids }]);
    const stored = (await quadsOf(receipt))
      .filter(({ predicate }) => predicate.value === fullName('s9:stored'))
      .map(({ object }) => JSON.parse(object.value) as unknown);
    expect(stored).toHaveLength(records.length);
    expect(stored).toEqual(expect.arrayContaining(records.map((record) => record['s9:stored'])));
  },
);

test.for(RECEIPTS.filter(([, { proof: seal }]) => seal?.['s9:signature']))(
  'F-44 a receipt that is read as RDF is valid: %s',
  async ([, receipt]) => {
    expect(
      await verifyReceipt(receipt, { digest: webCrypto.digest, isSigned, thumbprint }),
    ).toEqual([]);
  },
);

/** The small receipt with the text `from`, wherever it stands, made `to`. */
const changed = (from: string, to: string): object => {
  const text = JSON.stringify(SMALL);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, to)) as object;
};

test.for([
  ['"s9:build"', '"build"'],
  ['"dpv:hasService"', '"hasService"'],
  ['"@type":"dpv:Process"', '"@type":"Process"'],
] as const)('S-07 %s made %s has no full name, so expansion refuses it', async ([from, to]) => {
  await expect(expanded(changed(from, to))).rejects.toThrow('Safe mode validation error');
});

test.for([
  ['"foaf:page":"https://site.example', '"foaf:page":"'],
  ['"dpv:isExercisedAt":"https://site.example"', '"dpv:isExercisedAt":"null"'],
] as const)('S-07 %s made %s is no address away from the site', async ([from, to]) => {
  await expect(quadsOf(changed(from, to))).rejects.toThrow('Safe mode validation error');
});

test.for([
  ['"dpv:hasNotice"', '"dpv:hasNotices"', 'https://w3id.org/dpv#hasNotices'],
  ['"pd:IPAddress"', '"pd:IpAddress"', 'https://w3id.org/dpv/pd#IpAddress'],
  ['"eu-gdpr:A17"', '"eu-gdpr:A170"', 'https://w3id.org/dpv/legal/eu/gdpr#A170'],
] as const)('S-07 %s made %s is noticed as %s', async ([from, to, term]) => {
  expect(new Set(undefinedIn(await quadsOf(changed(from, to))))).toEqual(new Set([term]));
});

test('S-07 a receipt is read without a network', async () => {
  const address = 'https://site.example/context.jsonld';
  const refused = expanded({ ...SMALL, '@context': address });
  const cause = expect.objectContaining({ message: `asked for ${address}` }) as unknown;
  await expect(refused).rejects.toMatchObject({ details: { cause } });
});

test('S-07 the shapes use only defined terms', () => {
  expect(shapes.length).toBeGreaterThan(300);
  expect(undefinedIn(shapes)).toEqual([]);
});
