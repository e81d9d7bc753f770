// JSON in the one form RFC 8785 gives it, so that it can be signed and checked anywhere.
import { isObject } from '../policy/shape.ts';

/**
 * Members that are `undefined` are left out. Written by hand, as a page can have a `toJSON` on objects
 * and lists that writes something else (F-40).
 *
 * @param value plain data without cycles.
 */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  // The default order of `sort` is the one asked for: by UTF-16 code units.
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${jcs(value[key])}`);
  return `{${members.join()}}`;
}
