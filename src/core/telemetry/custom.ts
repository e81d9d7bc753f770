// An event of the Customer's own: its name, and attributes that are data items which the policy declares.

import type { PurposeTerms } from '../policy/policy.ts';
import { isObject } from '../policy/shape.ts';
import { CUSTOM } from './attributes.ts';
import { type AttributeValue, TELEMETRY_PURPOSE } from './events.ts';

/** By data item, e.g. `{ plan: 'pro' }`. */
export type CustomAttributes = Readonly<Record<string, AttributeValue>>;

/** What of a policy says which attributes there are; a Customer's own is one. */
export interface DeclaringPolicy {
  readonly purposes?: readonly { readonly id: string; readonly data?: readonly string[] }[];
}

/** The data items that a policy declares under the purpose of telemetry, as literals where it has them. */
type ItemsOf<Given extends DeclaringPolicy> =
  Extract<
    NonNullable<Given['purposes']>[number],
    { readonly id: typeof TELEMETRY_PURPOSE }
  > extends { readonly data: readonly (infer Item extends string)[] }
    ? Item
    : string;

/** By the data items of a policy; of any name where it says none. */
export type AttributesOf<Given extends DeclaringPolicy> =
  string extends ItemsOf<Given>
    ? CustomAttributes
    : Readonly<Partial<Record<ItemsOf<Given>, AttributeValue>>>;

const MAX_NAME = 64;
const MAX_TEXT = 1024;

function expect(fits: boolean, where: string, expected: string): void {
  if (!fits) throw new TypeError(`consent.track: ${where}expected ${expected}`);
}

const isTextOf = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= length;

/**
 * What such an event says.
 *
 * @throws TypeError that names what does not fit: an attribute whose data item the purpose does not declare, a value
 * that is no text of 1 to 1024 characters, finite number, true or false, a name that has not 1 to 64 characters.
 */
export function customAttributes(
  name: unknown,
  attributes: unknown,
  { data }: PurposeTerms,
): Record<string, AttributeValue> {
  expect(isTextOf(name, MAX_NAME), '', `a name of 1 to ${MAX_NAME} characters`);
  expect(isObject(attributes), 'attributes: ', 'an object of data items');
  const said: Record<string, AttributeValue> = { 's9.custom.name': name as string };
  for (const [item, value] of Object.entries(attributes as CustomAttributes)) {
    expect(
      data.includes(item),
      `attributes.${item}: `,
      `a data item of the purpose ${TELEMETRY_PURPOSE}, and ${item} is not declared there`,
    );
    expect(
      isTextOf(value, MAX_TEXT) || typeof value === 'boolean' || Number.isFinite(value),
      `attributes.${item}: `,
      `a text of 1 to ${MAX_TEXT} characters, a number, true or false`,
    );
    said[CUSTOM + item] = value;
  }
  return said;
}
