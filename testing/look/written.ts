// Runs in a frame at a check: reads what is written there that speaks to others.

/** Something written in the page, as it stands there. */
export interface Written {
  /** `rules` are speculation rules, whole; `template` is live in a held one; `undeclared` a held frame. */
  readonly kind: 'hint' | 'ping' | 'rules' | 'template' | 'undeclared';
  readonly text: string;
  readonly by: string;
}

export interface Scan {
  /** Host and port of the frame; empty for one without an address. */
  readonly host: string;
  /** What addresses are resolved against. */
  readonly base: string;
  readonly written: readonly Written[];
  /** Whole addresses of every link, where there are rules that could mean them. */
  readonly links: readonly string[];
  /** Addresses the frame's own timing lists as fetched. */
  readonly fetched: readonly string[];
}

/** Must hold everything it uses. */
export function scanPage(): Scan {
  const written: Written[] = [];
  const HINTS =
    /^(preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender|icon|apple-touch-icon|manifest)$/i;
  const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const tagOf = ({ localName, attributes }: Element): string => {
    const pairs = Array.from(attributes, ({ name, value }) => ` ${name}="${value}"`);
    const whole = `<${localName}${pairs.join('')}>`;
    return whole.length > 160 ? `${whole.slice(0, 159)}…` : whole;
  };

  const inspect = (element: Element): void => {
    const { localName } = element;
    const read = (name: string): string => element.getAttribute(name) ?? '';
    const add = (kind: Written['kind'], text: string): void => {
      written.push({ kind, text, by: tagOf(element) });
    };
    if (localName === 'link' && wordsIn(read('rel')).some((word) => HINTS.test(word))) {
      add('hint', read('href'));
    }
    if (localName === 'a' || localName === 'area') {
      for (const address of wordsIn(read('ping'))) add('ping', address);
    }
    if (localName === 'script' && read('type').toLowerCase() === 'speculationrules') {
      add('rules', element.textContent ?? '');
    }
  };
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      inspect(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);

  const hasRules = written.some(({ kind }) => kind === 'rules');
  const links = hasRules ? [...document.querySelectorAll<HTMLAnchorElement>('a[href]')] : [];
  return {
    host: location.host,
    base: document.baseURI,
    written,
    links: links.map(({ href }) => href),
    fetched: performance.getEntriesByType('resource').map(({ name }) => name),
  };
}
