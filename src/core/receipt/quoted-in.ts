// Reads the words of a policy out of a receipt, so that it can be made again from them and compared.
import type { Party, Right } from '../policy/policy.ts';
import { type Fault, isObject, refuse } from '../policy/shape.ts';
import type { Quoted } from './quoted.ts';
import { rightIdOf } from './right-node.ts';

type Node = Readonly<Record<string, unknown>>;

/** The objects under a member; what is none is no node of ours, and is missed when both are compared. */
function nodesIn(nodes: readonly Node[], member: string): Node[] {
  return nodes.flatMap((node) => node[member]).filter(isObject);
}

/** Text and nothing else; any other value is left out, and so is no word of what is made again. */
function word(node: Node | undefined, member: string): string | undefined {
  const value = node?.[member];
  return typeof value === 'string' ? value : undefined;
}

/** The first of each id: whatever else says otherwise is told when both are compared. */
function byId<T>(nodes: readonly Node[], read: (node: Node, id: string) => T): [string, T][] {
  const found = new Map<string, T>();
  for (const node of nodes) {
    const id = word(node, 'dct:identifier');
    if (id !== undefined && !found.has(id)) found.set(id, read(node, id));
  }
  return [...found];
}

function partyIn(node: Node | undefined, privacyUrl?: string): Party {
  const address = word(node, 'dpv:hasAddress');
  const contact = word(node, 'dpv:hasContact');
  return {
    // What a record names the party; it is not quoted.
    name: '',
    ...(address !== undefined && { address }),
    ...(contact !== undefined && { contact }),
    ...(privacyUrl !== undefined && { privacyUrl }),
  };
}

type QuotedPurpose = NonNullable<Quoted['purposes']>[number];
type QuotedService = NonNullable<QuotedPurpose['services']>[number];

/** Of all nodes of one purpose, for its services can differ from record to record. */
function purposeIn(id: string, processes: readonly Node[], unasked: readonly string[]) {
  const [purpose] = nodesIn(processes, 'dpv:hasPurpose');
  const services = byId(nodesIn(processes, 'dpv:hasService'), (node) => word(node, 'dct:title'));
  return {
    id,
    basis: unasked.includes(id) ? 'necessary' : 'consent',
    name: word(purpose, 'dct:title'),
    why: word(purpose, 'dct:description'),
    services: services.map(([service, name]) => ({ id: service, name }) as QuotedService),
  } as QuotedPurpose;
}

function purposesIn(processes: readonly Node[], unasked: readonly string[]): QuotedPurpose[] {
  const nodes = new Map<string, Node[]>(unasked.map((id) => [id, []]));
  for (const process of processes) {
    const id = word(process, 'dct:identifier');
    if (id === undefined) continue;
    const same = nodes.get(id) ?? [];
    same.push(process);
    nodes.set(id, same);
  }
  return [...nodes].map(([id, each]) => purposeIn(id, each, unasked));
}

const rightIn = (node: Node): Right => ({
  id: rightIdOf(word(node, '@type')),
  name: word(node, 'dct:title') ?? '',
  how: word(node, 'dct:description') ?? '',
});

/**
 * Whatever was quoted in a receipt: from the first place where each word stands, and from nowhere else.
 *
 * @param unasked purposes that run without asking.
 */
export function quotedIn(receipt: Node, unasked: readonly string[]): Quoted {
  const records = nodesIn([receipt], 'dpv:hasRecordOfActivity');
  const [first] = records;
  const processes = nodesIn(records, 'dpv:hasProcess');
  const data = nodesIn(
    [...processes, ...nodesIn(processes, 'dpv:hasService')],
    'dpv:hasPersonalData',
  );
  const partyOf = (member: string) => nodesIn(first ? [first] : [], member)[0];
  const privacyUrl = word(nodesIn(first ? [first] : [], 'dpv:hasNotice')[0], 'foaf:page');
  return {
    jurisdiction: word(receipt, 's9:jurisdiction'),
    controller: partyIn(partyOf('dpv:hasDataController'), privacyUrl),
    processor: partyIn(partyOf('dpv:hasDataProcessor')),
    dataItems: Object.fromEntries(
      byId(data, (node) => ({ name: word(node, 'dct:title') as string })),
    ),
    purposes: purposesIn(processes, unasked),
    rights: Array.isArray(receipt['dpv:hasRight'])
      ? nodesIn([receipt], 'dpv:hasRight').map(rightIn)
      : undefined,
  };
}

/** Runs something when it is opened, whatever blanks a browser takes out of it first (F-42). */
const isRunning = (address: string): boolean =>
  /^(javascript|vbscript|data|blob):/i.test(address.replaceAll(/[\p{Cc}\s]/gu, ''));

/** Names each quoted address that leads nowhere. */
export function checkAddresses({ controller, processor }: Quoted, faults: Fault[]): void {
  const page = controller?.privacyUrl ?? '';
  if (isRunning(page)) refuse('foaf:page', 'the address of a page', faults);
  for (const { contact = '', address = '' } of [controller, processor].filter((party) => !!party)) {
    if (isRunning(contact)) refuse('dpv:hasContact', 'an address, or words', faults);
    if (isRunning(address)) refuse('dpv:hasAddress', 'an address, or words', faults);
  }
}
