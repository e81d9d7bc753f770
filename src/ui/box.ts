// What a view is drawn in: in the look and the language of the question.
import type { Settings } from '../core/settings/settings.ts';
import type { Locale } from '../locales/locale.ts';
import { element } from './elements/element.ts';

export function createBox(
  root: ShadowRoot,
  theme: Settings['theme'],
  { lang, dir }: Pick<Locale, 'lang' | 'dir'>,
): HTMLElement {
  const isDark = theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches;
  const box = element('div', { class: `s9 ${isDark ? 'dark' : theme}`, lang, dir });
  root.append(box);
  return box;
}
