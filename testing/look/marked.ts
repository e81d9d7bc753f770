// Runs in a frame at a check: reads what is marked there and does not wait as it should.
import type { Written } from './written.ts';

/** Must hold everything it uses. Live addresses in held templates, and frames that are held. */
export function scanMarked(): Written[] {
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
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      if (!element.hasAttribute('data-consent')) continue;
      if (element instanceof HTMLTemplateElement) inspectTemplate(element);
      const text = element.getAttribute('data-src') ?? '';
      const isHeld = element.localName === 'iframe' && element.getAttribute('src') !== text;
      if (isHeld) written.push({ kind: 'undeclared', text, by: tagOf(element) });
    }
  };
  visit(document);
  return written;
}
