// Reads a receipt as RDF without a network, and names what the shapes in docs/receipt find wrong with it.
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { read } from '../../guards/project-files.ts';

const OPTIONS = {
  safe: true,
  documentLoader: (address: string) => Promise.reject(new Error(`asked for ${address}`)),
} as const;

export const expanded = (receipt: object): Promise<object[]> => jsonld.expand(receipt, OPTIONS);

export const quadsOf = async (receipt: object) =>
  new Parser().parse(await jsonld.toRDF(receipt, { ...OPTIONS, format: 'application/n-quads' }));

export const shapes = new Parser().parse(read('docs/receipt/shapes.ttl'));

const shortened = (iri: string): string =>
  iri
    .replace('https://w3id.org/dpv#', 'dpv:')
    .replace('http://purl.org/dc/terms/', 'dct:')
    .replace('http://xmlns.com/foaf/0.1/', 'foaf:')
    .replace('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:')
    .replace('tag:social9.com,2026:consent#', 's9:');

const validator = new SHACLValidator(new Store(shapes));

async function resultsOf(receipt: object) {
  const { results } = await validator.validate(new Store(await quadsOf(receipt)));
  return results.map(({ focusNode, path, message }) => ({
    node: focusNode?.value ?? '',
    // A longer path, as to the members of a list, has no name.
    property: path?.termType === 'NamedNode' ? shortened(path.value) : '',
    messages: message.map(({ value }) => value),
  }));
}

/** One line for each message, behind the property it is about where it is about one. */
export async function violationsIn(receipt: object): Promise<string[]> {
  const lines = (await resultsOf(receipt)).flatMap(({ property, messages }) =>
    messages.map((message) => (property ? `${property}: ${message}` : message)),
  );
  return [...new Set(lines)].toSorted();
}

/** The properties that something is wrong with, each as often as there are such nodes. */
export async function propertiesIn(receipt: object): Promise<string[]> {
  const results = (await resultsOf(receipt)).filter(({ property }) => property);
  const places = new Map(results.map(({ node, property }) => [`${node} ${property}`, property]));
  return [...places.values()].toSorted();
}
