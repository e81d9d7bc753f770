// Which tokens the widget does not take as they are, and what it draws instead.
import type { Token } from './tokens.ts';

export interface Correction {
  readonly token: string;
  readonly what: string;
}

/** What was seen of the notice as it is drawn. */
export interface Drawn {
  /** The widget's own lines in the console. */
  readonly warnings: readonly string[];
  readonly findings: readonly { readonly name: string; readonly value: string }[];
}

/** px and em alike can be compared with their own kind alone. */
const LENGTH = /^(-?[\d.]+)(px|em)$/;

function lengthOutside({ name, least = '', most = '' }: Token, value: string): Correction[] {
  const [, amount, unit] = LENGTH.exec(value) ?? [];
  const [lower, upper] = [LENGTH.exec(least), LENGTH.exec(most)];
  if (!amount || !lower || !upper) return [];
  if (upper[2] === unit && Number(amount) > Number(upper[1])) {
    return [{ token: name, what: `is drawn as ${most}: more is not kept` }];
  }
  const isLess = lower[2] === unit && Number(amount) < Number(lower[1]);
  return isLess ? [{ token: name, what: `is drawn as ${least}: less is not kept` }] : [];
}

const CANNOT = /^Social9 Consent: (--s9-[\w-]+): (.*) cannot be kept/;

/** A line around the answers is how the widget mends an accent too near the surface. */
const BY_A_LINE = 'by a line';

export function correctionsOf(
  tokens: readonly Token[],
  set: Readonly<Record<string, string>>,
  { warnings, findings }: Drawn,
): Correction[] {
  const refused = warnings.flatMap((warning) => {
    const [, token = '', value = ''] = CANNOT.exec(warning) ?? [];
    return set[token] === value && token
      ? [{ token, what: `${value} cannot be kept: the look’s own stands instead` }]
      : [];
  });
  const outside = tokens.flatMap((token) => lengthOutside(token, set[token.name] ?? ''));
  const edge = findings.find(({ value }) => value.includes(BY_A_LINE));
  const isByAccent = edge && set['--s9-accent'];
  const lined: Correction[] = isByAccent
    ? [
        {
          token: '--s9-accent',
          what: `has less than 3 : 1 on the surface: a line of ${edge.value.split(',')[0]} is drawn around the answers`,
        },
      ]
    : [];
  return [...refused, ...outside, ...lined];
}
