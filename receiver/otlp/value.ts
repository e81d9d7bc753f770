// Reads the values inside an OTLP message as JSON (S-12); a fault names its path and what was expected.

const UINT64_MAX = 2n ** 64n - 1n;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;
/** Deeper than any real attribute; a bound on recursion, not a rule of OTLP. */
const DEPTH_LIMIT = 5;

/** Thrown inside the reader only; `readLogs` turns it into an answer. */
export class Fault extends Error {}

export function fault(path: string, expected: string): never {
  throw new Fault(`${path}: expected ${expected}`);
}

type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fault(path, 'an object');
  return value as Json;
}

/** A repeated field: proto3 JSON lets an empty one be left out or be null. */
function list(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) fault(path, 'an array');
  return value;
}

/** As `list`, but without it the message would carry nothing at all. */
export function required(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) fault(path, 'an array');
  return value;
}

export function text(value: unknown, path: string): string {
  if (typeof value !== 'string') fault(path, 'a string');
  return value;
}

function integer(value: unknown, path: string, low: bigint, high: bigint, what: string): bigint {
  if (typeof value !== 'string' || !/^-?\d{1,20}$/.test(value)) fault(path, what);
  const number = BigInt(value);
  if (number < low || number > high) fault(path, what);
  return number;
}

const NANOSECONDS_IN_MS = 1_000_000n;

/** Whole milliseconds of a time in nanoseconds; 0 where there is none, as in OTLP. */
export function milliseconds(value: unknown, path: string): number {
  if (value === undefined || value === null) return 0;
  const nanoseconds = integer(
    value,
    path,
    0n,
    UINT64_MAX,
    'nanoseconds since 1970 as a decimal string',
  );
  return Number(nanoseconds / NANOSECONDS_IN_MS);
}

function bytes(value: unknown, path: string): string {
  const base64 = text(value, path);
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(base64)) {
    fault(path, 'base64');
  }
  return base64;
}

/** Beyond safe integers a number would be read as its neighbour, so that it stays a bigint. */
function whole(value: unknown, path: string): number | bigint {
  const number = integer(value, path, INT64_MIN, INT64_MAX, 'a 64-bit integer as a decimal string');
  return Number.isSafeInteger(Number(number)) ? Number(number) : number;
}

/** JSON has no other way to write these. */
const UNENDING: readonly unknown[] = ['NaN', 'Infinity', '-Infinity'];

function double(value: unknown, path: string): number {
  if (UNENDING.includes(value)) return Number(value);
  return typeof value === 'number' ? value : fault(path, 'a number');
}

/** Each member an AnyValue may have, and how it reads. */
const MEMBERS: Record<string, (value: unknown, path: string, depth: number) => unknown> = {
  stringValue: text,
  boolValue: (value, path) => (typeof value === 'boolean' ? value : fault(path, 'a boolean')),
  intValue: whole,
  doubleValue: double,
  bytesValue: bytes,
  arrayValue: (value, path, depth) =>
    list(object(value, path)['values'], `${path}.values`).map((item, index) =>
      anyValue(item, `${path}.values[${index}]`, depth + 1),
    ),
  kvlistValue: (value, path, depth) =>
    keyValues(object(value, path)['values'], `${path}.values`, depth + 1),
};

/** Exactly one member, read to a plain value. */
export function anyValue(value: unknown, path: string, depth = 0): unknown {
  if (depth > DEPTH_LIMIT) fault(path, `at most ${DEPTH_LIMIT} levels`);
  const given = object(value, path);
  const names = Object.keys(MEMBERS).filter((name) => given[name] !== undefined);
  const [name] = names;
  const read = name === undefined ? undefined : MEMBERS[name];
  if (name === undefined || !read || names.length > 1) {
    fault(path, `exactly one of ${Object.keys(MEMBERS).join(', ')}`);
  }
  return read(given[name], `${path}.${name}`, depth);
}

/** A list of key and value, each key once, as a plain record. */
export function keyValues(value: unknown, path: string, depth = 0): Record<string, unknown> {
  const found = new Map<string, unknown>();
  list(value, path).forEach((item, index) => {
    const at = `${path}[${index}]`;
    const entry = object(item, at);
    const key = text(entry['key'], `${at}.key`);
    if (key === '') fault(`${at}.key`, 'a name');
    if (found.has(key)) fault(`${at}.key`, `a key used once, and ${JSON.stringify(key)} is there`);
    found.set(key, anyValue(entry['value'], `${at}.value`, depth));
  });
  return Object.fromEntries(found);
}
