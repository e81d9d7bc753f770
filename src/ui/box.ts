// What the views are drawn in: in the language of the question, in the look of the Customer and of the page.
import type { AskHost } from '../core/ask/ask.ts';
import { own } from '../core/own.ts';
import type { Locale } from '../locales/locale.ts';
import { element } from './elements/element.ts';
import { LOOKS } from './looks.ts';
import { schemeOf, systemDark } from './scheme.ts';
import { adopt, sheetOf } from './sheets.ts';
import { tokensOf } from './tokens.ts';

/** Where a page says how it looks, and turns it over. */
const SAYERS = ':root,:root>body,:root>head>meta';

export interface Boxes {
  create(): HTMLElement;
  /**
   * Has all of them look as the page does now.
   *
   * @param isShown what stands on screen follows the page from then on, until this is called with `false`.
   */
  paint(isShown: boolean): void;
}

export function createBoxes(
  root: ShadowRoot,
  { question }: Pick<AskHost, 'question'>,
  { lang, dir }: Pick<Locale, 'lang' | 'dir'>,
): Boxes {
  const sheet = sheetOf('.s9{}');
  // Value by value: a quotation mark that a page forgot ends with it.
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  const observer = new MutationObserver(look);
  adopt(root, sheet);
  systemDark().addEventListener('change', look);

  function look(): void {
    const { theme, look: name } = question();
    for (const [token, value] of tokensOf(root.host, LOOKS[name])) {
      style.setProperty(`--s9-${token}`, value);
    }
    for (const box of root.querySelectorAll('.s9')) {
      box.className = `s9 ${schemeOf(theme)}`;
      const { fontSize, borderImageSource } = getComputedStyle(box);
      // A division by zero is no size, and an empty value no colour: nobody can tell before.
      if (fontSize === '0px') style.setProperty('--s9-text-size', 'initial');
      if (borderImageSource === 'none') {
        style.setProperty('--s9-surface', 'initial');
        style.setProperty('--s9-accent', 'initial');
      }
    }
  }
  return {
    create() {
      const box = element('div', { lang, dir, class: 's9' });
      root.append(box);
      look();
      return box;
    },
    paint(isShown) {
      look();
      observer.disconnect();
      for (const sayer of own(document).querySelectorAll(SAYERS)) {
        // A ground that fades is another one only when it has.
        sayer.removeEventListener('transitionend', look);
        if (!isShown) continue;
        observer.observe(sayer, { attributes: true });
        sayer.addEventListener('transitionend', look);
      }
    },
  };
}
