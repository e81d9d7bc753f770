// What each attribute of a visit holds, and the data item that the policy has to declare for it (contract 7).

export type Kind = 'text' | 'path' | 'domain' | 'seconds' | 'id' | 'any';

interface Need {
  /** Key of the policy's `dataItems`; or how visitors are told apart. */
  readonly item?: string;
  readonly visitors?: 'visit' | 'id';
  readonly kind: Kind;
}

const NEEDS: ReadonlyMap<string, Need> = new Map<string, Need>([
  ['url.domain', { item: 'domain', kind: 'domain' }],
  ['url.path', { item: 'page', kind: 'path' }],
  ['user_agent.name', { item: 'browser', kind: 'text' }],
  ['user_agent.version', { item: 'browser', kind: 'text' }],
  ['user_agent.synthetic.type', { item: 'browser', kind: 'text' }],
  ['user_agent.os.name', { item: 'os', kind: 'text' }],
  ['user_agent.os.version', { item: 'os', kind: 'text' }],
  ['browser.language', { item: 'language', kind: 'text' }],
  ['s9.referrer.domain', { item: 'referrer', kind: 'domain' }],
  ['s9.visible_seconds', { item: 'time-on-page', kind: 'seconds' }],
  ['s9.engaged_seconds', { item: 'time-on-page', kind: 'seconds' }],
  ['session.id', { visitors: 'visit', kind: 'id' }],
  ['s9.visitor.id', { visitors: 'id', kind: 'id' }],
]);

/** The IP address as the policy leaves it; the receiver alone writes it. */
export const ADDRESS = 'client.address';
export const ADDRESS_ITEM = 'ip';

/** Before the data item that a Customer's own attribute is, as in `s9.custom.plan`. */
const CUSTOM = 's9.custom.';
/** What a Customer's own event is called; it needs no data item. */
export const CUSTOM_NAME = 's9.custom.name';

/** What an attribute needs; `undefined` of one that nobody knows. */
export function needOf(attribute: string): Need | undefined {
  if (attribute === CUSTOM_NAME) return { kind: 'text' };
  const need = NEEDS.get(attribute);
  if (need || !attribute.startsWith(CUSTOM)) return need;
  return { item: attribute.slice(CUSTOM.length), kind: 'any' };
}

/** Attributes that go when a data item does. */
export const attributesOf = (item: string): string[] => [
  ...[...NEEDS].filter(([, need]) => need.item === item).map(([name]) => name),
  CUSTOM + item,
  ...(item === ADDRESS_ITEM ? [ADDRESS] : []),
];
