// A brand's colours as somebody has them, a stylesheet or tokens as JSON, read into tokens of the notice.
import { isObject } from './design.ts';
import { isOneValue } from './tokens.ts';

export interface Brand {
  /** By token of the notice. */
  readonly tokens: Readonly<Record<string, string>>;
  /** From where each came, by token. */
  readonly from: Readonly<Record<string, string>>;
  /** What was wrong; nothing is taken over then. */
  readonly fault: string;
}

const MOST_CHARACTERS = 200_000;
const COLOUR =
  /^(#[\da-f]{3,8}|(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(.+\))$/i;
const LENGTH = /^\d*\.?\d+(px|rem|em)$/;

/** What brands call it, best first; a name is compared without its case and its marks. */
const WANTED: readonly (readonly [token: string, names: readonly RegExp[], fits: RegExp])[] = [
  [
    '--s9-accent',
    [
      /accent$/,
      /(brand|primary)$/,
      /(brand|primary)(color|colour)?(500|600|default|main|base)$/,
      /(brand|primary)/,
    ],
    COLOUR,
  ],
  [
    '--s9-surface',
    [
      /surface$/,
      /(^|color|colour)(background|bg|paper|canvas|card)$/,
      /(background|surface)(default|base|main)$/,
    ],
    COLOUR,
  ],
  ['--s9-font', [/font(family)?(body|sans|base|default)?$/, /fontfamily/], /^[\w\s"',.-]+$/],
  [
    '--s9-corner',
    [/(button|control)(corner|radius)$/, /radius(sm|small|md|medium|base|default)?$/],
    LENGTH,
  ],
];

/** Paths and values of everything that is a text at its end; `$value` and `value` name no step. */
function leavesOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  if (Array.isArray(value)) {
    return value.every((each) => typeof each === 'string') ? [[path, value.join(', ')]] : [];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    leavesOf(below, /^\$?value$/.test(name) ? path : path ? `${path}.${name}` : name),
  );
}

const declarationsIn = (css: string): [string, string][] =>
  [...css.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([\w-]+)\s*:\s*([^;{}]+)/g)].map(
    ([, name = '', value = '']) => [name, value.trim()],
  );

function pairsIn(text: string): [string, string][] {
  if (!/^\s*\{/.test(text)) return declarationsIn(text);
  return leavesOf(JSON.parse(text));
}

/** A reference to another of them, as `var(--x)` or `{x.y}`, is followed. */
function resolved(value: string, pairs: ReadonlyMap<string, string>, depth = 0): string {
  const name = /^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? /^\{([\w.-]+)\}$/.exec(value)?.[1];
  const next = name && pairs.get(name);
  return next && depth < 8 ? resolved(next, pairs, depth + 1) : value;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '');

const nothing = (fault: string): Brand => ({ tokens: {}, from: {}, fault });

/** Never throws. */
export function brandIn(text: string): Brand {
  if (text.length > MOST_CHARACTERS)
    return nothing(`expected at most ${MOST_CHARACTERS} characters`);
  let pairs: [string, string][];
  try {
    pairs = pairsIn(text);
  } catch (fault) {
    return nothing(`expected CSS declarations or JSON: ${(fault as Error).message}`);
  }
  const byName = new Map(pairs);
  const tokens: Record<string, string> = {};
  const from: Record<string, string> = {};
  for (const [token, names, fits] of WANTED) {
    const own = pairs.filter(([name]) => name === token);
    const found = [
      ...own,
      ...names.flatMap((like) => pairs.filter(([name]) => like.test(plain(name)))),
    ]
      .map(([name, value]) => [name, resolved(value, byName)] as const)
      .find(([, value]) => fits.test(value) && isOneValue(value));
    if (!found) continue;
    [from[token], tokens[token]] = found;
  }
  return Object.keys(tokens).length > 0
    ? { tokens, from, fault: '' }
    : nothing('expected a name such as --color-primary, brand, background, font-family, radius');
}
