// Addresses of others in a style, in rules for fetching ahead, and wherever else a text says whom a browser asks.

/** The sign that a style can have in the place of another one, and a line that goes on. */
const ESCAPES = /\\(?:([\da-f]{1,6})\s?|\r?\n|([^\s\da-f]))/gi;

/** From its scheme, or from two slashes that begin it, as far as its host goes; the names of SVG and XLink ask nobody. */
const ADDRESS = /(?!http:..www\.w3\.)(?:https?:|(?<![\w/:.])[\\/]{2})[^\s"'<>(),;{}]+/gi;

const unescaped = (text: string): string =>
  text.replaceAll(ESCAPES, (_escape, digits: string | undefined, sign = '') =>
    digits === undefined
      ? (sign as string)
      : String.fromCodePoint(Math.min(Number.parseInt(digits, 16), 0x10_ffff)),
  );

/**
 * Each of them, however it is written: a browser reads more ways than `url("https://…")`. More rather than less: what
 * only a comment says counts too.
 */
export const addressesToldIn = (text: string): string[] => [
  ...(unescaped(text).match(ADDRESS) ?? []),
];
