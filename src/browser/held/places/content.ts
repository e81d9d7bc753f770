// What a template or a script element of markup or data holds, for a look and for the page.
import { own } from '../../../core/own.ts';
import { copyOf, isScript } from '../scripts/copy.ts';
import type { TrustedPolicy } from '../trusted.ts';
import { type Container, isMarkup, isTemplate } from './container.ts';
import { type AskedByMarkup, askedInside } from './inside.ts';

/** Of a script its text, where the end tag of a script has to be written `<\/script>`. */
const markupOf = (held: Container, trusted: TrustedPolicy): string =>
  trusted.pass(
    'createHTML',
    isTemplate(held) ? held.innerHTML : held.text.replaceAll('<\\/script', '</script'),
  );

const parsed = (markup: string): Document => new DOMParser().parseFromString(markup, 'text/html');

/** Whom markup asks that stands in an attribute, and so on inwards. */
export function askedByMarkup(trusted: TrustedPolicy): AskedByMarkup {
  const asked: AskedByMarkup = (markup) =>
    markup ? askedInside(parsed(trusted.pass('createHTML', markup)), asked) : [];
  return asked;
}

/** What it holds, inert; `null` for what holds no markup. */
export function contentOf(held: Element, trusted: TrustedPolicy): ParentNode | null {
  if (isTemplate(held)) return held.content;
  return isScript(held) && isMarkup(held) ? parsed(markupOf(held, trusted)) : null;
}

/** What it holds, ready for the page. */
export function liveContentOf(held: Container, trusted: TrustedPolicy): DocumentFragment {
  const page = own(document);
  // Where scripts need a nonce it is parsed anew: a shadow root of it could hide some.
  if (isTemplate(held) && !trusted.nonce) return page.importNode(held.content, true);
  if (isTemplate(held) || isMarkup(held)) {
    const range = page.createRange();
    // In a template as a template has it, a row of a table say.
    if (isTemplate(held)) range.selectNodeContents(held);
    else range.selectNode(held);
    return range.createContextualFragment(markupOf(held, trusted));
  }
  const fragment = page.createDocumentFragment();
  fragment.append(copyOf(held, trusted));
  return fragment;
}
