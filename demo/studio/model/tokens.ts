// The tokens of the theme as its stylesheet tells them: what each is, what it may be, what stands where none is set.

export type TokenKind = 'colour' | 'length' | 'font' | 'switch';

export interface Token {
  /** As a Customer writes it, e.g. `--s9-accent`. */
  readonly name: string;
  readonly kind: TokenKind;
  /** The stylesheet's own comment. */
  readonly meaning: string;
  /** What stands where nothing is set, as the stylesheet has it. */
  readonly fallback: string;
  /** The widget's own property that carries what became of it, e.g. `--accent`; empty where there is none. */
  readonly carrier: string;
  /** Of a length: what it is kept between. */
  readonly least?: string;
  readonly most?: string;
}

const USE = /var\((?=\s*--s9-)/g;

/** Up to the bracket that closes what is open at `from`. */
function closingAt(css: string, from: number): number {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '(') depth += 1;
    if (css[at] === ')') depth -= 1;
    if (depth < 0) return at;
  }
  throw new Error(`theme: expected a closing bracket after ${css.slice(from, from + 40)}`);
}

/** Only where a declaration begins can say what it is. */
function startOf(css: string, at: number): number {
  const before = css.slice(0, at);
  return Math.max(...[';', '{', '}', '*/'].map((end) => before.lastIndexOf(end) + end.length));
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

function kindOf(declared: string, name: string): Pick<Token, 'kind' | 'least' | 'most'> {
  const clamped = new RegExp(`clamp\\(\\s*([^,]+),\\s*var\\(${name}\\b.*\\),\\s*([^,()]+)\\)`).exec(
    declared,
  );
  if (clamped) return { kind: 'length', least: clamped[1] ?? '', most: clamped[2] ?? '' };
  if (new RegExp(`from\\s+var\\(${name}\\b`).test(declared)) return { kind: 'colour' };
  return { kind: /sans-serif\s*$/.test(declared) ? 'font' : 'switch' };
}

/**
 * Each token once, in the order of the stylesheet.
 *
 * @throws Error that names a token without a comment: nobody could tell what it is.
 */
export function tokensIn(css: string): Token[] {
  const tokens = new Map<string, Token>();
  for (const { index: at, 0: opening } of css.matchAll(USE)) {
    const inside = css.slice(at + opening.length, closingAt(css, at + opening.length));
    const comma = inside.indexOf(',');
    const name = inside.slice(0, comma < 0 ? undefined : comma).trim();
    const from = startOf(css, at);
    const end = css.indexOf(';', at);
    const declared = oneLine(css.slice(from, end));
    const meaning = oneLine(/^;\s*\/\*([^]*?)\*\//.exec(css.slice(end))?.[1] ?? '');
    if (!meaning) throw new Error(`${name}: expected a comment after its declaration in theme.css`);
    if (tokens.has(name)) continue;
    const carrier = /^(--[\w-]+):/.exec(declared)?.[1] ?? '';
    const fallback = comma < 0 ? '' : oneLine(inside.slice(comma + 1));
    tokens.set(name, { name, meaning, fallback, carrier, ...kindOf(declared, name) });
  }
  return [...tokens.values()];
}

const MOST_CHARACTERS = 300;

/** What may stand in a stylesheet and is no more than one value: no end, no block, no comment, no tag, no fetch. */
export function isOneValue(value: string): boolean {
  if (value.length > MOST_CHARACTERS || /[;{}<>@\\!]|\/\*|url\(|image-set\(/i.test(value))
    return false;
  let depth = 0;
  for (const letter of value.replaceAll(/"[^"\n]*"|'[^'\n]*'/g, '')) {
    if (/["'\n]/.test(letter)) return false;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && value.trim() !== '';
}
