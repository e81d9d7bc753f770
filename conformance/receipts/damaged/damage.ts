// One way to damage a receipt, and what several of them have in common.
import { SMALL } from '../made-receipts.ts';

/** What is wrong; where, key by key; what stands there, `undefined` for nothing; what the shapes say. */
export type Damage = readonly [title: string, place: string, value: unknown, ...said: string[]];

export const RECORDS = 'dpv:hasRecordOfActivity';
export const RECORD = `${RECORDS} 0`;
export const IP = '192.0.2.1';

export const STATUS =
  'dpv:hasConsentStatus: There is one status, and it is one that a choice can have';
export const ID = 'dct:identifier: What is told of has one id, a text';

export const other = (what: string): string =>
  `s9:ip: ${what} has the properties of this shape and no other`;

/** The small receipt, damaged. */
export function damaged(place: string, value: unknown): object {
  const copy = structuredClone(SMALL) as unknown as Record<string, unknown>;
  const keys = place.split(' ');
  const last = keys.pop() as string;
  let target = copy;
  for (const key of keys) target = target[key] as typeof target;
  if (value === undefined) delete target[last];
  else target[last] = value;
  return copy;
}
