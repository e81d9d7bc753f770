// One text for equal values, for comparing and hashing.

/**
 * JSON in one form for equal values: keys sorted, and lists too, for in terms and records a list is a
 * set. Otherwise as RFC 8785 has it, for the values we store, whatever `toJSON` the page has (F-40).
 */
export function canonical(value: unknown): string {
  if (!value || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${[...value].sort().map(canonical)}]`;
  const tree = value as Record<string, unknown>;
  const members = Object.keys(tree).sort();
  return `{${members.flatMap((key) => (tree[key] === undefined ? [] : `${JSON.stringify(key)}:${canonical(tree[key])}`))}}`;
}
