// Which attributes an event of the visit may carry, and the data item each of them needs: the one table.
import type { PurposeTerms } from '../policy/policy.ts';
import type { AttributeValue } from './events.ts';

/** Attribute → data item that must be declared under the granted purpose. */
export const NEEDS = {
  'url.domain': 'domain',
  'url.path': 'page',
  'user_agent.name': 'browser',
  'user_agent.version': 'browser',
  'user_agent.os.name': 'os',
  'user_agent.os.version': 'os',
  'user_agent.synthetic.type': 'browser',
  'browser.language': 'language',
  's9.referrer.domain': 'referrer',
  's9.visible_seconds': 'time-on-page',
  's9.engaged_seconds': 'time-on-page',
} as const;

export type VisitAttribute = keyof typeof NEEDS;

/** What an event of the visit says; `''` where it is not known. */
export type VisitAttributes = Readonly<Partial<Record<VisitAttribute, string | number>>>;

/** Before the data item that a Customer's own attribute is: `s9.custom.plan`. */
export const CUSTOM = 's9.custom.';

/** What needs no data item: which event it is, of what kind, and under which answer. */
const FREE: readonly string[] = ['s9.event.id', 's9.record.id', 's9.custom.name'];

/** What the setting `visitors` lets an event carry. */
export const LINKS = { visit: 'session.id', id: 's9.visitor.id' } as const;

function mayCarry(name: string, { data, visitors = 'none' }: PurposeTerms): boolean {
  if (FREE.includes(name)) return true;
  if (visitors !== 'none' && name === LINKS[visitors]) return true;
  if (name.startsWith(CUSTOM)) return data.includes(name.slice(CUSTOM.length));
  return Object.hasOwn(NEEDS, name) && data.includes(NEEDS[name as VisitAttribute]);
}

/** Those that the purpose declares; what is not known is left out. */
export const declared = (
  attributes: Readonly<Record<string, AttributeValue>>,
  purpose: PurposeTerms,
): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => value !== '' && mayCarry(name, purpose)),
  );
