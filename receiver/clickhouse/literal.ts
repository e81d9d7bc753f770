// Texts as ClickHouse reads them in a query; older servers know no parameters.

/** Half of a surrogate pair is no character, and would have a whole batch refused: it becomes U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Inside single quotes, every character of it as it is. */
export const literal = (text: string): string =>
  `'${wellFormed(text).replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;

/** For `IN`; of an empty list, what nothing is in. */
export const literals = (texts: readonly string[]): string =>
  `(${texts.length === 0 ? 'NULL' : texts.map(literal).join(', ')})`;

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** The name of a database or a cluster. @throws TypeError */
export function identifier(value: string, setting: string): string {
  if (NAME.test(value)) return value;
  throw new TypeError(
    `${setting}: expected letters, digits and underscores, at most 64 and no digit first; got ${JSON.stringify(value)}`,
  );
}
