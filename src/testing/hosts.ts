// Whose address is this: the site's own, the widget's, one that was allowed, or somebody else's.

/** Names of the widget's files, whatever site they stand on. */
const WIDGET_SCRIPT = /\/s9-consent(-[a-z]+)?\.js$/;
const WIDGET_DATA = /^(social9|integrity|locales\/[\w-]+)\.json$/;

const WEB = /^(https?|wss?):$/;

export function parse(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/**
 * A host (`cdn.example.com`, any port), a host with its port, a host and all below it
 * (`*.example.com`), the beginning of an address (`https://cdn.example.com/fonts/`), or of a path of
 * the site's own (`/worker.js`).
 */
export function matches(pattern: string, url: URL, ownHost: string): boolean {
  if (pattern.startsWith('/')) return url.host === ownHost && url.pathname.startsWith(pattern);
  if (pattern.includes('://')) return url.href.startsWith(pattern);
  if (pattern.startsWith('*.')) return `.${url.hostname}`.endsWith(pattern.slice(1));
  return pattern === (pattern.includes(':') ? url.host : url.hostname);
}

export class Neighbours {
  readonly #allow: readonly string[];
  readonly #widgetFolders = new Set<string>();
  /** Host and port the page stands at; empty until it has been opened. */
  ownHost = '';

  constructor(allow: readonly string[]) {
    this.#allow = allow;
  }

  /** Whether speaking to this address is nobody else's business. Remembers where the widget lies. */
  isFine(address: string): boolean {
    const url = parse(address);
    if (!url || !WEB.test(url.protocol)) return true;
    if (WIDGET_SCRIPT.test(url.pathname)) {
      this.#widgetFolders.add(new URL('.', url).href);
      return true;
    }
    return url.host === this.ownHost || this.isAllowed(url) || this.#isWidgetData(url);
  }

  isAllowed(url: URL): boolean {
    return this.#allow.some((pattern) => matches(pattern, url, this.ownHost));
  }

  /** A connection made ahead tells nothing that fetching the widget did not tell already. */
  isWidgetHost(url: URL): boolean {
    return [...this.#widgetFolders].some((folder) => new URL(folder).host === url.host);
  }

  /** Whether a cookie for this domain is the site's own. */
  isOwnDomain(domain: string): boolean {
    const own = this.ownHost.replace(/:\d+$/, '');
    return `.${own}`.endsWith(`.${domain.replace(/^\./, '')}`);
  }

  #isWidgetData(url: URL): boolean {
    const address = url.origin + url.pathname;
    return [...this.#widgetFolders].some(
      (folder) => address.startsWith(folder) && WIDGET_DATA.test(address.slice(folder.length)),
    );
  }
}

/** Exact, or a prefix ending in `*`. */
export const fitsName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
