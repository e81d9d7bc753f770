// Runs in a frame at a check: finds the elements that name an address.

/** Must hold everything it uses. @returns markup of the first element, by the address it names. */
export function findElements(wanted: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  const tagOf = ({ localName, attributes }: Element): string => {
    const pairs = Array.from(attributes, ({ name, value }) => ` ${name}="${value}"`);
    const whole = `<${localName}${pairs.join('')}>`;
    return whole.length > 160 ? `${whole.slice(0, 159)}…` : whole;
  };
  const resolve = (address: string): string => {
    try {
      return new URL(address, document.baseURI).href;
    } catch {
      return '';
    }
  };

  const inspect = (element: Element): void => {
    const read = (name: string): string => element.getAttribute(name) ?? '';
    const named = ['src', 'href', 'data', 'poster', 'action'].map(
      (name) => read(name) && resolve(read(name)),
    );
    const within = `${read('srcset')} ${read('style')}`;
    for (const url of wanted) {
      if (named.includes(url) || within.includes(url)) found[url] ??= tagOf(element);
    }
  };
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      inspect(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  return found;
}
