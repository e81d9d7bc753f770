// Runs in every frame before the page does: tells of links that bring about no request event.

/** Must hold everything it uses: it crosses into the page as text. */
export function tellHints(binding: string): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = (told: object): void => {
    const send = page[binding] as ((told: object) => Promise<unknown>) | undefined;
    void send?.(told).catch(() => undefined);
  };

  const HINTS =
    /^(preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender|icon|apple-touch-icon|manifest)$/i;
  const inspect = (element: Element): void => {
    if (element.shadowRoot) watch(element.shadowRoot);
    if (element.localName !== 'link') return;
    const { rel, href } = element as HTMLLinkElement;
    if (!URL.canParse(href) || new URL(href).host === location.host) return;
    if (rel.split(/\s+/).some((word) => HINTS.test(word))) {
      tell({ type: 'hint', url: href, element: `<link rel="${rel}" href="${href}">` });
    }
  };
  const inspectAll = (node: Node): void => {
    if (!(node instanceof Element)) return;
    inspect(node);
    node.querySelectorAll('*').forEach(inspect);
  };

  // A link can be gone again before anybody looks.
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') inspect(target as Element);
      addedNodes.forEach(inspectAll);
    }
  });
  const watched = new WeakSet<Node>();
  const watch = (root: Node): void => {
    if (watched.has(root)) return;
    watched.add(root);
    const attributeFilter = ['rel', 'href'];
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter });
    root.childNodes.forEach(inspectAll);
  };
  watch(document);
}
