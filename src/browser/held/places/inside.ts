// Whom that asks which stands in a container of markup: every address a browser would fetch from for it.
import { addressesToldIn, textIn } from '../../../core/gate/told.ts';
import { own } from '../../../core/own.ts';
import { attribute } from '../find/read-mark.ts';
import { addressesIn, askedBy, HELD_OR_LIVE, isAsked, markedIn } from '../find/wanted.ts';

const INSIDE = [...HELD_OR_LIVE, 'background'];
/** Styles, and what tells a browser in a script element what to fetch ahead, held or not. */
const TELLING = 'style,script:is([type*=rules i],[data-type*=rules i])';

/** Every address that is asked by markup which stands in an attribute. */
export type AskedByMarkup = (markup: string) => string[];

/** What an element says in another language than markup: a style, where the page goes by itself, what is fetched ahead. */
function toldBy(element: Element): string {
  const { attributes, matches, textContent } = own(element);
  const untold = isAsked(element) ? /^on/ : /^on|href$/;
  // Its styles can stand in attributes of any name, and one address is animated into another.
  if (element instanceof SVGElement && !matches('style'))
    return Array.from(attributes, ({ name, value }) => (untold.test(name) ? '' : value)).join();
  const told = matches('meta[http-equiv=refresh i]') && attribute(element, 'content');
  return `${told || (matches(TELLING) && textContent)} ${attribute(element, 'style')}`;
}

/** Every address a browser fetches from for what stands in it. */
export const askedInside = (content: ParentNode | null, askedByMarkup: AskedByMarkup): string[] =>
  [...(content?.querySelectorAll('*') ?? [])].flatMap((each): string[] => {
    const live = isAsked(each)
      ? [...addressesIn(each, INSIDE), ...markedIn(each)]
      : addressesIn(each, ['ping']);
    const inside = live.map(textIn);
    return [
      ...live,
      ...addressesToldIn([toldBy(each), ...inside].join()),
      ...[attribute(each, 'srcdoc') ?? '', ...inside].flatMap(askedByMarkup),
      // One that markup declares can come with a copy of its element.
      ...askedInside(own(each).shadowRoot, askedByMarkup),
    ];
  });

/** Every address a browser fetches from for an element and what it holds, once it is released. */
export const askedByWhole = (
  element: Element,
  content: ParentNode | null,
  askedByMarkup: AskedByMarkup,
): string[] => [
  ...askedBy(element),
  ...(own(element).matches(TELLING) ? addressesToldIn(toldBy(element)) : []),
  ...askedInside(content, askedByMarkup),
];
