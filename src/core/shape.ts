// Reads untrusted values field by field: what fits is copied, what does not is a fault with its path.

/** One thing wrong with a setting. */
export interface Fault {
  /** Where, e.g. `policy.purposes.analytics.retention`. */
  readonly path: string;
  /** What was expected there, in words. */
  readonly expected: string;
  /** An unknown member: told, but it touches nothing. */
  readonly unknown?: true;
}

/** Copies a value it understands; otherwise adds faults and returns `undefined`. */
export type Reader<T> = (value: unknown, path: string, faults: Fault[]) => T | undefined;

export type Fields = Readonly<Record<string, Reader<unknown>>>;

const MAX_ENTRIES = 100;
const MAX_TEXT = 2000;

/** Own members only, no prototype: a `__proto__` in JSON is a member like any other (F-41). */
export const bare = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);

export const refuse = (path: string, expected: string, faults: Fault[]): undefined => {
  faults.push({ path, expected });
};

const match =
  (pattern: RegExp, expected: string): Reader<string> =>
  (value, path, faults) =>
    typeof value === 'string' && value.length <= MAX_TEXT && pattern.test(value)
      ? value
      : refuse(path, expected, faults);

export const text = match(/\S/, 'a text that is not empty');
export const identifier = match(/^[a-z0-9][\w-]*$/i, 'an id of letters, digits and hyphens');
/** Years, months, weeks, days: the parts of ISO 8601 that mean the same in every notice. */
export const duration = match(
  /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/,
  'an ISO 8601 duration such as P6M',
);
/** No `javascript:`, no `data:` (F-42). */
export const address = match(
  /^(https?:\/\/|\.{0,2}\/(?!\/))\S+$/i,
  'an address that starts with https: or /',
);
export const attributeName = match(/^[a-z][\w-]*$/, 'the name of an attribute');
export const hostName = match(/^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i, 'a host name');

export const flag: Reader<boolean> = (value, path, faults) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false', faults);

export const oneOf =
  <const T extends string>(...words: readonly T[]): Reader<T> =>
  (value, path, faults) =>
    words.includes(value as T) ? (value as T) : refuse(path, `one of ${words.join(', ')}`, faults);

export const listOf =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, path, faults) => {
    if (!Array.isArray(value) || value.length > MAX_ENTRIES) {
      return refuse(path, `a list of up to ${MAX_ENTRIES}`, faults);
    }
    return value.flatMap((entry: unknown, index) => {
      const id =
        isObject(entry) && typeof entry['id'] === 'string' ? `.${entry['id']}` : `[${index}]`;
      return item(entry, path + id, faults) ?? [];
    });
  };

export const mapOf =
  <T>(item: Reader<T>): Reader<Record<string, T>> =>
  (value, path, faults) => {
    if (!isObject(value) || Object.keys(value).length > MAX_ENTRIES) {
      return refuse(path, 'an object', faults);
    }
    const out = bare<T>();
    for (const key of Object.keys(value)) {
      const read = item(value[key], `${path}.${key}`, faults);
      if (read !== undefined) out[key] = read;
    }
    return out;
  };

/** A fault for each member that is missing. */
export function require(
  value: object,
  keys: readonly string[],
  path: string,
  faults: Fault[],
): void {
  for (const key of keys) {
    if ((value as Record<string, unknown>)[key] === undefined) {
      refuse(path ? `${path}.${key}` : key, 'to be given', faults);
    }
  }
}

/** An object of known members; those named in `required` must be there. */
export const objectOf =
  <T>(fields: Fields, required: readonly string[] = []): Reader<T> =>
  (value, path, faults) => {
    if (!isObject(value)) return refuse(path, 'an object', faults);
    const at = (key: string) => (path ? `${path}.${key}` : key);
    const out = bare<unknown>();
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(fields, key) && fields[key];
      if (!field) faults.push({ path: at(key), expected: 'no such setting', unknown: true });
      else if (value[key] !== undefined) {
        const read = field(value[key], at(key), faults);
        if (read !== undefined) out[key] = read;
      }
    }
    require(value, required, path, faults);
    return out as T;
  };
