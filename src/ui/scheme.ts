// Light or dark, as the page is now.
import { isDark } from '../core/ask/scheme.ts';
import { own } from '../core/own.ts';
import type { Settings } from '../core/settings/settings.ts';

/** What the person has asked of all pages; its `change` is heard without one. */
export const systemDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export function schemeOf(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  const page = own(document);
  // The body lies on top; not by name, which a form could have.
  const styles = [':root>body', ':root'].flatMap((selector) => {
    const ground = page.querySelector(selector);
    return ground ? getComputedStyle(ground) : [];
  });
  const meta = page.querySelector('meta[name="color-scheme" i]')?.getAttribute('content');
  const isPageDark = isDark(
    [styles[0]?.colorScheme ?? '', meta ?? ''],
    styles.map(({ backgroundColor }) => backgroundColor),
    systemDark().matches,
  );
  return isPageDark ? 'dark' : 'light';
}
