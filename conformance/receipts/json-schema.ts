// The part of JSON Schema 2020-12 that the receipt's schema uses; a keyword outside it is an error.

export type Schema = Readonly<Record<string, unknown>>;

type Check = (given: never, value: unknown, path: string, root: Schema) => string[];

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const hasType = (type: string, value: unknown): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

const isTree = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

const unless = (holds: boolean, path: string, expected: string): string[] =>
  holds ? [] : [`${path}: expected ${expected}`];

const properties = (schema: Schema): Schema => (schema['properties'] ?? {}) as Schema;

const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (ref: string, value, path, root) =>
    faultsIn(
      (root['$defs'] as Record<string, Schema>)[ref.split('/').at(-1) ?? ''] ?? {},
      value,
      path,
      root,
    ),
  type: (type: string | string[], value, path) =>
    unless(
      [type].flat().some((each) => hasType(each, value)),
      path,
      `${type}`,
    ),
  const: (only: unknown, value, path) => unless(value === only, path, `${only}`),
  enum: (words: unknown[], value, path) => unless(words.includes(value), path, `one of ${words}`),
  pattern: (source: string, value, path) =>
    unless(typeof value !== 'string' || new RegExp(source, 'u').test(value), path, source),
  minItems: (least: number, value, path) =>
    unless(!Array.isArray(value) || value.length >= least, path, `${least} or more`),
  items: (item: Schema, value, path, root) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => faultsIn(item, each, `${path}[${index}]`, root))
      : [],
  required: (keys: string[], value, path) =>
    keys.flatMap((key) => unless(isTree(value) && key in value, `${path}.${key}`, 'to be given')),
  properties: (members: Record<string, Schema>, value, path, root) =>
    Object.entries(members).flatMap(([key, member]) =>
      isTree(value) && key in value ? faultsIn(member, value[key], `${path}.${key}`, root) : [],
    ),
};

const SILENT = ['$schema', '$defs', 'title', 'additionalProperties'];

function extras(schema: Schema, value: unknown, path: string, root: Schema): string[] {
  const rule = schema['additionalProperties'];
  if (rule === undefined || !isTree(value)) return [];
  return Object.keys(value)
    .filter((key) => !(key in properties(schema)))
    .flatMap((key) =>
      rule === false
        ? [`${path}.${key}: expected no such member`]
        : faultsIn(rule as Schema, value[key], `${path}.${key}`, root),
    );
}

/** One line for each fault, with its path. */
export function faultsIn(schema: Schema, value: unknown, path = '$', root = schema): string[] {
  return Object.entries(schema)
    .filter(([keyword]) => !SILENT.includes(keyword))
    .flatMap(([keyword, given]) => {
      const check = CHECKS[keyword];
      if (!check) throw new Error(`${keyword} is not understood`);
      return check(given as never, value, path, root);
    })
    .concat(extras(schema, value, path, root));
}
