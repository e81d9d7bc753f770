// Runs in every frame before the page does: tells of what no request event shows, and changes nothing.
/* oxlint-disable unicorn/consistent-function-scoping, unicorn/prefer-set-has -- a function that crosses into the page must hold everything it uses */

/** What the page tells. */
export type Told =
  | { readonly type: 'press' }
  | { readonly type: 'state'; readonly state: unknown }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'hint'; readonly url: string; readonly element: string }
  | { readonly type: 'peer-connection'; readonly urls: readonly string[]; readonly by: string }
  | {
      readonly type: 'web-socket' | 'web-transport' | 'shared-worker';
      readonly url: string;
      readonly by: string;
    };

/** Must hold everything it uses: it crosses into the page as text. */
export function recordInPage(binding: string): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = (told: object): void => {
    const send = page[binding] as ((told: object) => Promise<unknown>) | undefined;
    void send?.(told).catch(() => undefined);
  };

  const isPress = ({ isTrusted }: Event): void => {
    if (isTrusted) tell({ type: 'press' });
  };
  addEventListener('click', isPress, true);
  addEventListener('keydown', isPress, true);
  const hearState = (event: Event): void => {
    tell({ type: 'state', state: (event as CustomEvent<unknown>).detail });
  };
  addEventListener('s9:ready', hearState, true);
  addEventListener('s9:change', hearState, true);
  addEventListener(
    's9:refused',
    (event) => {
      const { reason } = (event as CustomEvent<{ reason?: unknown } | null>).detail ?? {};
      tell({ type: 'refused', reason: String(reason) });
    },
    true,
  );

  // Links that make the browser speak to somebody without a request event; also those soon removed.
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
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['rel', 'href'],
    });
    root.childNodes.forEach(inspectAll);
  };
  watch(document);

  const callerOf = (): string => {
    const lines = (new Error().stack ?? '').split('\n');
    return (lines.find((line) => /https?:/.test(line)) ?? '').trim();
  };
  /** Tells of each construction; the result, its prototype and `constructor` stay the browser's own. */
  const hear = (name: string, onCall: (args: readonly unknown[]) => void): void => {
    const original = page[name];
    if (typeof original !== 'function') return;
    const heard = new Proxy(original, {
      construct(target, args: unknown[], newTarget) {
        const made = Reflect.construct(target, args, newTarget) as object;
        onCall(args);
        return made;
      },
    });
    page[name] = heard;
    (original.prototype as { constructor: unknown }).constructor = heard;
  };
  hear('RTCPeerConnection', ([settings]) => {
    const { iceServers = [] } = (settings ?? {}) as RTCConfiguration;
    const urls = Array.from(iceServers, (server) => server.urls).flat();
    tell({ type: 'peer-connection', urls, by: callerOf() });
  });
  if ('webkitRTCPeerConnection' in page)
    page['webkitRTCPeerConnection'] = page['RTCPeerConnection'];
  const hearAddress = (name: string, type: string): void =>
    hear(name, ([address]) => {
      const url = new URL(String(address), document.baseURI).href;
      tell({ type, url: type === 'web-socket' ? url.replace(/^http/, 'ws') : url, by: callerOf() });
    });
  hearAddress('WebSocket', 'web-socket');
  hearAddress('WebTransport', 'web-transport');
  hearAddress('SharedWorker', 'shared-worker');
}
