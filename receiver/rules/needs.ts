// What each attribute of a visit holds, and the data item that the policy has to declare for it (contract 7).

export type Kind = 'text' | 'path' | 'domain' | 'seconds' | 'id';

interface Need {
  /** Key of the policy's `dataItems`; or who the policy says visitors are, from which setting on. */
  readonly item?: string;
  readonly visitors?: readonly ('visit' | 'id')[];
  readonly kind: Kind;
}

export const NEEDS: ReadonlyMap<string, Need> = new Map<string, Need>([
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
  ['session.id', { visitors: ['visit', 'id'], kind: 'id' }],
  ['s9.visitor.id', { visitors: ['id'], kind: 'id' }],
]);

/** The IP address as the policy leaves it; the receiver alone writes it. */
export const ADDRESS = 'client.address';
export const ADDRESS_ITEM = 'ip';
