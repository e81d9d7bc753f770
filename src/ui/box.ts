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
  const sheet = sheetOf('');
  const observer = new MutationObserver(look);
  adopt(root, sheet);
  systemDark().addEventListener('change', look);

  function look(): void {
    const { theme, look: name } = question();
    const tokens = tokensOf(root.host, LOOKS[name]);
    const css = tokens.map(([token, value]) => `--s9-${token}:${value};`).join('');
    sheet.replaceSync(`.s9{${css}}`);
    for (const box of root.querySelectorAll('.s9')) {
      box.className = `s9 ${schemeOf(theme)}`;
      // Dividing by zero makes no size of it.
      if (getComputedStyle(box).fontSize === '0px')
        sheet.replaceSync(`.s9{${css}--s9-text-size:initial}`);
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
      if (!isShown) return;
      for (const sayer of own(document).querySelectorAll(SAYERS)) {
        observer.observe(sayer, { attributes: true });
      }
    },
  };
}
