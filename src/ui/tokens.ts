// The eight tokens a Customer can set: which values stand, and what is said of those that cannot.
import type { Look, Token } from './looks.ts';

/** What a value has to fit into, as theme.css uses it; where it does not, it takes the rest along. */
type Use = readonly [property: string, before: string, after: string];

const COLOR: Use = ['color', 'color(from ', ' srgb r g b)'];
const LENGTH: Use = ['gap', 'clamp(0px,', ',9px)'];

const USES: Readonly<Record<Token, Use>> = {
  surface: COLOR,
  accent: COLOR,
  radius: LENGTH,
  corner: LENGTH,
  'text-size': LENGTH,
  space: LENGTH,
  font: ['font-family', '', ''],
  shadow: ['box-shadow', '', ''],
};

/** What is another colour at every place, none at all, or lies over the words. */
const NEVER = /currentcolor|transparent|inset/i;

/** Each value once, however often things are drawn. */
const told = new Set<string>();

function fits(token: Token, value: string): boolean {
  const [property, before, after] = USES[token];
  return CSS.supports(property, before + value + after) && !NEVER.test(value);
}

/**
 * What has to stand for each token in place of what is handed down: nothing for a value of the Customer's that can be
 * kept, else the look's, else `initial`, with which ours does. What cannot be kept is named in the console.
 *
 * @param from where they are set, or handed down to.
 */
export function tokensOf(from: Element, look: Look): [Token, string][] {
  const styles = getComputedStyle(from);
  return (Object.keys(USES) as Token[]).map((token) => {
    const given = styles.getPropertyValue(`--s9-${token}`).trim();
    // In a sum there is no bare 0, in a list of shadows no `none`.
    const value = given.replace(/^0$/, '0px').replace(/^none$/, '0 0');
    if (fits(token, value)) return [token, value === given ? '' : value];
    const fault = `--s9-${token}: ${given}`;
    if (given && !told.has(fault)) {
      told.add(fault);
      console.warn(`Social9 Consent: ${fault} cannot be kept; ours stands instead`);
    }
    const ours = look[token] ?? '';
    return [token, fits(token, ours) ? ours : given && 'initial'];
  });
}
