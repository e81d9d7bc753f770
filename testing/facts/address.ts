// Addresses, and the patterns in which hosts and names are written down.

export function parse(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

/** A host ends where it is written to end; a path may go on. A name before `@` is no host. */
function begins({ protocol, host, pathname, search }: URL, pattern: string): boolean {
  const href = `${protocol}//${host}${pathname}${search}`;
  const isWhole = pattern.indexOf('/', pattern.indexOf('://') + 3) >= 0;
  return href.startsWith(pattern) && (isWhole || /^$|^[/:?#]/.test(href.slice(pattern.length)));
}

/**
 * A host (`cdn.example.com`, any port), a host with its port, a host and all below it
 * (`*.example.com`), the beginning of an address (`https://cdn.example.com/fonts/`), or of a path of
 * the site's own (`/worker.js`).
 */
export function matches(pattern: string, url: URL, ownHost: string): boolean {
  if (pattern.startsWith('/')) return url.host === ownHost && url.pathname.startsWith(pattern);
  if (pattern.includes('://')) return begins(url, pattern);
  const [host, hostname] = [url.host, url.hostname].map((each) => each.replace(/\.(?=:|$)/, ''));
  const own = pattern.toLowerCase();
  if (own.startsWith('*.')) return `.${own.includes(':') ? host : hostname}`.endsWith(own.slice(1));
  return own === (own.includes(':') ? host : hostname);
}

/** Exact, or a prefix ending in `*`. */
export const fitsName = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
