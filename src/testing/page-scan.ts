// Reads off a frame, at a check, what stands in it: addresses that speak to others, and what is stored.
/* oxlint-disable unicorn/consistent-function-scoping, unicorn/prefer-set-has -- a function that crosses into the page must hold everything it uses */

/** An address that stands in the page, and what makes the browser use it. */
export interface Standing {
  readonly kind: 'hint' | 'ping' | 'speculation';
  readonly url: string;
  readonly by: string;
}

export interface Scan {
  readonly standing: readonly Standing[];
  /** Addresses the frame's own timing lists as fetched. */
  readonly fetched: readonly string[];
  /** Elements by the address they name. */
  readonly elements: Readonly<Record<string, string>>;
}

/** Must hold everything it uses. @param wanted addresses whose element is asked for. */
export function scanPage(wanted: readonly string[]): Scan {
  const standing: Standing[] = [];
  const elements: Record<string, string> = {};
  const HINTS =
    /^(preconnect|dns-prefetch|preload|modulepreload|prefetch|prerender|icon|apple-touch-icon|manifest)$/i;

  const tagOf = (element: Element): string => {
    const attributes = Array.from(element.attributes, ({ name, value }) => ` ${name}="${value}"`);
    const whole = `<${element.localName}${attributes.join('')}>`;
    return whole.length > 160 ? `${whole.slice(0, 159)}…` : whole;
  };
  const resolve = (address: string): string => {
    try {
      return new URL(address, document.baseURI).href;
    } catch {
      return '';
    }
  };
  const isElsewhere = (url: string): boolean =>
    /^https?:/.test(url) && new URL(url).host !== location.host;

  /** Every address written anywhere in speculation rules; patterns of the own site are none. */
  const rulesIn = (text: string): string[] => {
    const found: string[] = [];
    let asksForLinks = false;
    let staysHome = false;
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'string') {
        if (key === 'urls') found.push(value);
        if (key === 'href_matches') staysHome ||= !isElsewhere(resolve(value.replaceAll('*', '')));
      } else if (Array.isArray(value)) for (const item of value) walk(item, key);
      else if (value && typeof value === 'object') {
        for (const [name, item] of Object.entries(value)) {
          asksForLinks ||= name === 'where' || item === 'document';
          walk(item, name);
        }
      }
    };
    try {
      walk(JSON.parse(text), '');
    } catch {
      return [];
    }
    const links = asksForLinks && !staysHome ? [...document.querySelectorAll('a[href]')] : [];
    return [...found, ...links.map((link) => (link as HTMLAnchorElement).href)];
  };

  const inspect = (element: Element): void => {
    const { localName } = element;
    const read = (name: string): string => element.getAttribute(name) ?? '';
    const by = tagOf(element);
    const add = (kind: Standing['kind'], address: string): void => {
      const url = resolve(address);
      if (isElsewhere(url)) standing.push({ kind, url, by });
    };
    if (
      localName === 'link' &&
      read('rel')
        .split(/\s+/)
        .some((word) => HINTS.test(word))
    ) {
      add('hint', read('href'));
    }
    if (localName === 'a' || localName === 'area') {
      for (const address of read('ping').split(/\s+/).filter(Boolean)) add('ping', address);
    }
    if (localName === 'script' && read('type').toLowerCase() === 'speculationrules') {
      for (const address of rulesIn(element.textContent ?? '')) add('speculation', address);
    }
    const named = ['src', 'href', 'data', 'poster', 'action'].map(
      (name) => read(name) && resolve(read(name)),
    );
    const within = `${read('srcset')} ${read('style')}`;
    for (const url of wanted) {
      if (named.includes(url) || within.includes(url)) elements[url] ??= by;
    }
  };
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      inspect(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
  return { standing, fetched: fetched.filter(isElsewhere), elements };
}

export interface Kept {
  readonly origin: string;
  readonly stores: readonly { readonly kind: string; readonly name: string }[];
}

/** Must hold everything it uses. What a frame may not read, such as storage in a sandbox, is empty. */
export async function readStores(): Promise<Kept> {
  const stores: { kind: string; name: string }[] = [];
  const list = async (kind: string, names: () => Iterable<string> | Promise<Iterable<string>>) => {
    try {
      for (const name of await names()) stores.push({ kind, name });
    } catch {
      // Refused or missing in this frame: there is nothing in it then.
    }
  };
  const { storageBuckets } = navigator as { storageBuckets?: { keys(): Promise<string[]> } };
  await list('localStorage', () => Object.keys(localStorage));
  await list('sessionStorage', () => Object.keys(sessionStorage));
  await list('indexedDB', async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  await list('cache-storage', () => caches.keys());
  await list('service-worker', async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    return workers.map(({ scope, active, waiting, installing }) => {
      return new URL((active ?? waiting ?? installing)?.scriptURL ?? scope).pathname;
    });
  });
  await list('storage-bucket', async () => (await storageBuckets?.keys()) ?? []);
  await list('file', async () => {
    const names: string[] = [];
    const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
      keys(): AsyncIterable<string>;
    };
    for await (const name of folder.keys()) names.push(name);
    return names;
  });
  await list('window.name', () => (self === top && name ? [name] : []));
  return { origin: self.origin, stores };
}
