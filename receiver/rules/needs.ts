// What each attribute of a visit holds, and the data item that the policy has to declare for it (contract 7).
import { CUSTOM, LINKS, NEEDS, type VisitAttribute } from '../../src/core/telemetry/attributes.ts';

export type Kind = 'text' | 'path' | 'domain' | 'seconds' | 'id' | 'any';

interface Need {
  readonly kind: Kind;
  /** Key of the policy's `dataItems`. */
  readonly item?: string;
  /** How the policy tells visitors apart. */
  readonly visitors?: 'visit' | 'id';
}

const KINDS: Readonly<Record<VisitAttribute, Kind>> = {
  'url.domain': 'domain',
  'url.path': 'path',
  'user_agent.name': 'text',
  'user_agent.version': 'text',
  'user_agent.synthetic.type': 'text',
  'user_agent.os.name': 'text',
  'user_agent.os.version': 'text',
  'browser.language': 'text',
  's9.referrer.domain': 'domain',
  's9.visible_seconds': 'seconds',
  's9.engaged_seconds': 'seconds',
};

const KNOWN: ReadonlyMap<string, Need> = new Map<string, Need>([
  ...(Object.keys(NEEDS) as VisitAttribute[]).map((name): [string, Need] => [
    name,
    { item: NEEDS[name], kind: KINDS[name] },
  ]),
  [LINKS.visit, { visitors: 'visit', kind: 'id' }],
  [LINKS.id, { visitors: 'id', kind: 'id' }],
]);

/** The IP address as the policy leaves it; the receiver alone writes it. */
export const ADDRESS = 'client.address';
export const ADDRESS_ITEM = 'ip';

/** What a Customer's own event is called; it needs no data item. */
export const CUSTOM_NAME = 's9.custom.name';

/** What an attribute needs; `undefined` of one that nobody knows. */
export function needOf(attribute: string): Need | undefined {
  if (attribute === CUSTOM_NAME) return { kind: 'text' };
  const need = KNOWN.get(attribute);
  if (need || !attribute.startsWith(CUSTOM)) return need;
  return { item: attribute.slice(CUSTOM.length), kind: 'any' };
}

/** Attributes that go when a data item does. */
export const attributesOf = (item: string): string[] => [
  ...[...KNOWN].filter(([, need]) => need.item === item).map(([name]) => name),
  CUSTOM + item,
  ...(item === ADDRESS_ITEM ? [ADDRESS] : []),
];
