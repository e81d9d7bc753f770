// Whose address is this: the site's own, the widget's, one that was allowed, or somebody else's.
import { matches, parse } from './address.ts';

/** Names of the widget's files, whatever site they stand on. */
const WIDGET_SCRIPT = /\/s9-consent(-[a-z]+)?\.js$/;
const WIDGET_DATA = /^(social9|services|integrity|locales\/[\w-]+)\.json$/;

const WEB = /^(https?|wss?):$/;

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
