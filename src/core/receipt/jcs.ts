// JSON in the one form RFC 8785 gives it, so that it can be signed and checked anywhere.
import { isObject } from '../shape.ts';

/** @param value plain data: no `undefined`, no cycles. */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  // The default order of `sort` is the one asked for: by UTF-16 code units.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`);
  return `{${members.join()}}`;
}
