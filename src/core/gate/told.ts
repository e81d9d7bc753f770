// Addresses of others in a style, in rules for fetching ahead, and wherever else a text says whom a browser asks.

/** The sign that JSON or a style can have in the place of another one, and a line that goes on. */
const ESCAPES = /\\(?:u([\da-f]{4})|([\da-f]{1,6})\s?|\r?\n|([^\s\da-f]))/gi;

/** What a browser reads over in an address. */
const UNREAD = /[\t\n\r]/g;

/** From its scheme, or from two slashes that begin it, as far as its host goes; the names of SVG and XLink ask nobody. */
const ADDRESS = /(?!http:..www\.w3\.)(?:https?:|(?<![\w/:.])[\\/]{2})[^\s"'<>(),;{}]+/gi;

/** What can tell of others in an address itself, a page or a style; no picture can. */
const DATA = /^[\0- ]*data:(?:text|application|image\/svg)[^,]*?(;\s*base64\s*)?,(.*)/is;

/** In every runtime, and in no language standard that the rules are compiled with. */
declare const atob: (coded: string) => string;

const signOf = (digits: string): string =>
  String.fromCodePoint(Math.min(Number.parseInt(digits, 16), 0x10_ffff));

const unescaped = (text: string): string =>
  text.replaceAll(ESCAPES, (_escape, unit?: string, digits = unit, sign = '') =>
    digits ? signOf(digits as string) : (sign as string),
  );

/**
 * Each of them, however it is written: a browser reads more ways than `url("https://…")`. More rather than less: what
 * only a comment says counts too.
 */
export function addressesToldIn(text: string): string[] {
  const plain = unescaped(text);
  const found = [plain, plain.replaceAll(UNREAD, '')].flatMap((each) => each.match(ADDRESS) ?? []);
  return [...new Set(found)];
}

/** What stands in an address instead of behind it; empty where that is nothing, or cannot be read. */
export function textIn(address: string): string {
  const [, isCoded, text = ''] = DATA.exec(address.replaceAll(UNREAD, '')) ?? [];
  try {
    const plain = decodeURIComponent(text);
    return isCoded ? atob(plain) : plain;
  } catch {
    return text;
  }
}
