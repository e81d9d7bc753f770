// Whether a page is dark: what it says of itself counts, and else what it looks like.
import { lightOf } from './light.ts';

/** Half as light as paper, to the eye. */
const MIDDLE = 0.18;
const MIN_ALPHA = 0.5;

/**
 * @param declared what the page says of its colour scheme, as a property and as `<meta>`; what counts first comes first.
 * @param grounds computed colours behind its words; what lies on top comes first. Without any it is white in every browser.
 * @param isSystemDark what the system asks for; only a page that has both schemes follows it.
 */
export function isDark(
  declared: readonly string[],
  grounds: readonly string[],
  isSystemDark: boolean,
): boolean {
  const said = declared.find((each) => /light|dark/i.test(each));
  if (said) return /dark/i.test(said) && (isSystemDark || !/light/i.test(said));
  const ground = grounds.map(lightOf).find(([, alpha]) => alpha >= MIN_ALPHA);
  return !!ground && ground[0] < MIDDLE;
}
