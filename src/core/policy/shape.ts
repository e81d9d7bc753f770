// Reads untrusted values field by field: what fits is copied, what does not is a fault with its path.

/** One thing wrong with a setting. */
export interface Fault {
  /** Where, e.g. `policy.purposes.analytics.retention`. */
  readonly path: string;
  /** What was expected there, in words. */
  readonly expected: string;
  /** Told, but it touches nothing that can be granted: a look, a link, a member nobody knows. */
  readonly harmless?: true;
  /** A member nobody knows. */
  readonly unknown?: true;
}

/** Copies a value it understands; otherwise adds faults and returns `undefined`. */
export type Reader<T> = (value: unknown, path: string, faults: Fault[]) => T | undefined;

export type Fields = Readonly<Record<string, Reader<unknown>>>;

export const MAX_ENTRIES = 100;
const NAME = /^[\w -]{1,100}$/;

/** Own members only, no prototype: a `__proto__` in JSON is a member like any other (F-41). */
export const bare = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  !!value && typeof value === 'object' && !Array.isArray(value);

export const refuse = (path: string, expected: string, faults: Fault[]): undefined => {
  faults.push({ path, expected });
};

export const flag: Reader<boolean> = (value, path, faults) =>
  typeof value === 'boolean' ? value : refuse(path, 'true or false', faults);

/** What may be left out: a fault in it is told, leaves it out, and touches nothing else. */
export const harmless =
  <T>(reader: Reader<T>): Reader<T> =>
  (value, path, faults) => {
    const found: Fault[] = [];
    const read = reader(value, path, found);
    for (const fault of found) faults.push({ ...fault, harmless: true });
    return found.every((fault) => fault.harmless) ? read : undefined;
  };

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
      const id = isObject(entry) && entry['id'];
      // One that looks like a path would blame what stands there.
      const name = typeof id === 'string' && NAME.test(id) ? `.${id}` : `[${index}]`;
      return item(entry, path + name, faults) ?? [];
    });
  };

/** @param isKey what is none is refused. Default: every key is one. */
export const mapOf =
  <T>(item: Reader<T>, isKey = (_key: string): boolean => true): Reader<Record<string, T>> =>
  (value, path, faults) => {
    if (!isObject(value) || Object.keys(value).length > MAX_ENTRIES) {
      return refuse(path, 'an object', faults);
    }
    const out = bare<T>();
    for (const key of Object.keys(value)) {
      const at = `${path}.${key}`;
      // Nothing can name it, so nothing is touched.
      if (!isKey(key)) faults.push({ path: at, expected: 'another name', harmless: true });
      const read = isKey(key) ? item(value[key], at, faults) : undefined;
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
      if (!field)
        faults.push({ path: at(key), expected: 'no such setting', harmless: true, unknown: true });
      else if (value[key] !== undefined) {
        const read = field(value[key], at(key), faults);
        if (read !== undefined) out[key] = read;
      }
    }
    require(value, required, path, faults);
    return out as T;
  };
