// What a view is drawn in: in the look and the language of the question.
import type { Settings } from '../core/settings/settings.ts';
import type { Locale } from '../locales/locale.ts';
import { element } from './elements/element.ts';

/** Whether it is drawn light or dark; colours follow from that class. */
export function schemeOf(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'auto') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function createBox(
  root: ShadowRoot,
  theme: Settings['theme'],
  { lang, dir }: Pick<Locale, 'lang' | 'dir'>,
): HTMLElement {
  const box = element('div', { class: `s9 ${schemeOf(theme)}`, lang, dir });
  root.append(box);
  return box;
}
