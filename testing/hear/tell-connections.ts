// Runs in every frame before the page does: tells of connections that are made by a constructor.

/** Must hold everything it uses: it crosses into the page as text. */
export function tellConnections(binding: string): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = (told: object): void => {
    const send = page[binding] as ((told: object) => Promise<unknown>) | undefined;
    void send?.(told).catch(() => undefined);
  };
  const callerOf = (): string => {
    const lines = (new Error().stack ?? '').split('\n');
    return (lines.find((line) => /https?:/.test(line)) ?? '').trim();
  };

  /** The result, its prototype and `constructor` stay the browser's own. */
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
  const hearAddress = (name: string, type: string): void =>
    hear(name, ([address]) => {
      const url = new URL(String(address), document.baseURI).href;
      tell({ type, url: type === 'web-socket' ? url.replace(/^http/, 'ws') : url, by: callerOf() });
    });

  addEventListener('securitypolicyviolation', ({ isTrusted, disposition, blockedURI }) => {
    if (isTrusted && disposition === 'enforce') tell({ type: 'stopped', url: blockedURI });
  });
  hear('RTCPeerConnection', ([settings]) => {
    const { iceServers = [] } = (settings ?? {}) as RTCConfiguration;
    const urls = Array.from(iceServers, (server) => server.urls).flat();
    tell({ type: 'peer-connection', urls, by: callerOf() });
  });
  if ('webkitRTCPeerConnection' in page)
    page['webkitRTCPeerConnection'] = page['RTCPeerConnection'];
  hearAddress('WebSocket', 'web-socket');
  hearAddress('WebTransport', 'web-transport');
  hearAddress('SharedWorker', 'shared-worker');
}
