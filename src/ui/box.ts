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

/**
 * What theme.css works out at some length and many elements use is told to the browser as a colour: else each of them
 * would work it out once more.
 */
function registerColors(): void {
  for (const name of ['ink', 'muted', 'accent-ink', 'rim']) {
    try {
      CSS.registerProperty({
        name: `--s9_${name}`,
        syntax: '<color>',
        inherits: true,
        initialValue: 'red',
      });
    } catch {
      // Known already, or a browser that registers none: there it takes longer.
    }
  }
}

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
  registerColors();
  const sheet = sheetOf('.s9{}');
  // Value by value: a quotation mark that a page forgot ends with it.
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  const observer = new MutationObserver(look);
  adopt(root, sheet);
  systemDark().addEventListener('change', look);

  /** What is as it was is not written: the browser would work all of it out anew. */
  function set(token: string, value: string): void {
    const name = `--s9-${token}`;
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  }

  function dress(...boxes: readonly Element[]): void {
    const { theme, look: name } = question();
    for (const [token, value] of tokensOf(root.host, LOOKS[name])) set(token, value);
    const className = `s9 ${schemeOf(theme)}`;
    for (const box of boxes) if (box.className !== className) box.className = className;
  }

  function look(): void {
    const boxes = root.querySelectorAll('.s9');
    dress(...boxes);
    for (const box of boxes) {
      const { fontSize, borderImageSource } = getComputedStyle(box);
      // A division by zero is no size, and an empty value no colour: nobody can tell before.
      if (fontSize === '0px') set('text-size', 'initial');
      if (borderImageSource === 'none') {
        set('surface', 'initial');
        set('accent', 'initial');
      }
    }
  }
  return {
    create() {
      const box = element('div', { lang, dir });
      // Before it is in the page, which would have it drawn twice where that is dark.
      dress(box);
      const isFirst = !root.querySelector('.s9');
      root.append(box);
      // The first one has nothing in it, and is painted with what is drawn there.
      if (!isFirst) look();
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
