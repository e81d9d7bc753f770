// What another consent widget's markup says, in our ids.

/** One way another widget marks what it holds; `markup` in the settings is a list of them. */
export interface PeerMarkup {
  /** Attribute that holds the purposes, e.g. `data-cookieconsent`; `class` together with `prefix`. */
  readonly attribute: string;
  /** Only words that start so count, and it is cut off, e.g. `optanon-category-`. */
  readonly prefix?: string;
  /** What stands between two purposes, besides white space. Default: a comma. */
  readonly separator?: string;
  /** Attribute that holds the address instead of `data-src`, e.g. `data-cookieblock-src`. */
  readonly src?: string;
  /** Their word → our ids, separated by spaces; a word that is not here stays as it is. */
  readonly map?: Readonly<Record<string, string>>;
}

/** Our ids for the value of their attribute. Unknown words stay, and hold the tag for ever. */
export function idsFrom(
  value: string,
  { prefix = '', separator = ',', map = {} }: PeerMarkup,
): string[] {
  const words = value
    .split(/\s+/)
    .filter((word) => word.startsWith(prefix))
    .flatMap((word) => word.slice(prefix.length).split(separator))
    .map((word) => word.trim())
    .filter(Boolean);
  const ids = words.flatMap((word) =>
    (Object.hasOwn(map, word) ? (map[word] as string) : word).split(/\s+/),
  );
  return [...new Set(ids)];
}
