// Reads markup written for another consent widget, where it stands and as it is at that moment.
import type { PeerMarkup } from '../../core/gate/peer-markup.ts';
import { idsFrom } from '../../core/gate/peer-markup.ts';
import { own } from '../../core/own.ts';
import { marks } from './find/marks.ts';

/** Scripts are held by their type; an attribute as plain as `data-name` stands on other elements too. */
function selectorOf({ attribute, prefix, src = 'data-src' }: PeerMarkup): string {
  const marked = prefix ? `[${attribute}*="${prefix}"]` : `[${attribute}]`;
  return `script[type~="text/plain" i]${marked},:not(script)${marked}[${src}]`;
}

/** From now on elements that are marked so are held elements; nothing is written into them. */
export type ReadPeerMarkup = (markups: readonly PeerMarkup[]) => void;

export const readPeerMarkup: ReadPeerMarkup = (markups) => {
  const known = markups.map((markup) => ({ markup, selector: selectorOf(markup) }));
  const { src } = marks;
  marks.selector = [marks.selector, ...known.map(({ selector }) => selector)].join();
  for (const markup of markups) marks.attributes.push(markup.attribute, markup.src ?? 'data-src');
  const theirs = (element: Element) =>
    known
      .filter(({ selector }) => own(element).matches(selector))
      .map(({ markup }) => ({
        ids: idsFrom(own(element).getAttribute(markup.attribute) ?? '', markup),
        src: markup.src,
      }))
      .find(({ ids }) => ids[0] !== undefined);
  marks.theirs = (element) => theirs(element)?.ids ?? [];
  marks.src = (element) => {
    const found = own(element).hasAttribute('data-consent') ? undefined : theirs(element)?.src;
    return found && own(element).hasAttribute(found) ? found : src(element);
  };
};
