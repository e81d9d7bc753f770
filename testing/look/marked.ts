// Runs in a frame at a check: reads what is marked there and does not wait as it should.
import type { PeerMarkup } from '../../src/core/gate/peer-markup.ts';
import type { Written } from './written.ts';

/**
 * Must hold everything it uses. Live addresses in held templates, and frames that are held.
 *
 * @param markups other widgets' markup that the page's settings name.
 */
export function scanMarked(markups: readonly PeerMarkup[]): Written[] {
  const written: Written[] = [];
  // What Firefox was seen to fetch inside templates while it parses (its bug 1441044).
  const READ_AHEAD =
    'img[src],img[srcset],source[srcset],video[poster],image[href],svg script[href],' +
    'script:not([type="text/plain"])[src],' +
    'link:is([rel~="stylesheet" i],[rel~="preload" i],[rel~="modulepreload" i])[href]';
  /** An address ends at white space or at a comma before it; a description may follow. */
  const CANDIDATES = /(\S*[^\s,])(?:\s+[^,]*)?(?:,|$)/g;
  const tagOf = ({ localName, attributes }: Element): string => {
    const pairs = Array.from(attributes, ({ name, value }) => ` ${name}="${value}"`);
    const whole = `<${localName}${pairs.join('')}>`;
    return whole.length > 160 ? `${whole.slice(0, 159)}…` : whole;
  };

  const inspectTemplate = ({ content }: HTMLTemplateElement): void => {
    for (const element of content.querySelectorAll(READ_AHEAD)) {
      const single = ['src', 'poster', 'href'].map((name) => element.getAttribute(name) ?? '');
      const several = (element.getAttribute('srcset') ?? '').matchAll(CANDIDATES);
      for (const text of [...single, ...Array.from(several, ([, address = '']) => address)]) {
        if (!text) continue;
        written.push({ kind: 'template', text, by: tagOf(element) });
      }
    }
    for (const inner of content.querySelectorAll('template')) inspectTemplate(inner);
  };
  /** The attribute with its address, by the markup that fits it; none for what is not held. */
  const carrierOf = (element: Element): string | undefined => {
    if (element.hasAttribute('data-consent')) return 'data-src';
    const found = markups.find(({ attribute, prefix = '', src = 'data-src' }) => {
      const words = (element.getAttribute(attribute) ?? '').split(/\s+/);
      const isNamed = words.some((word) => word.startsWith(prefix) && word !== prefix);
      return isNamed && element.hasAttribute(src);
    });
    return found && (found.src ?? 'data-src');
  };
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const carrier = carrierOf(element);
      if (carrier === undefined) continue;
      if (element instanceof HTMLTemplateElement) inspectTemplate(element);
      const text = element.getAttribute(carrier) ?? '';
      const isHeld = element.localName === 'iframe' && element.getAttribute('src') !== text;
      if (isHeld) written.push({ kind: 'undeclared', text, by: tagOf(element) });
    }
  };
  visit(document);
  return written;
}
