// Hosts and addresses as a Content Security Policy names them: what it cannot name is refused.

/** In every runtime, and in no language standard that the rules are compiled with. */
declare const URL: new (
  address: string,
) => { readonly protocol: string; readonly host: string; readonly origin: string };

/** What a policy's host may be besides; anything else would end the directive, or mean something there. */
const NAMEABLE = /^(\*\.)?[a-z\d_-]+(\.[a-z\d_-]+)*(:\d+)?$/;
const LOOPBACK = /(^|\.)localhost(:\d+)?$|^127\.0\.0\.1(:\d+)?$/;

/**
 * Without a scheme: as the page itself is fetched, or better. No browser takes that for WebSockets too, which
 * need a source of their own.
 *
 * @param host as a checked policy has it: `host`, `host:port` or `*.host`.
 * @throws TypeError for what no source can be written of, such as an IPv6 address.
 */
export function sourcesOf(host: string, path: string): string[] {
  if (!NAMEABLE.test(host)) {
    throw new TypeError(`${path}: expected a host that a CSP can name, not ${host}`);
  }
  return [host, `${LOOPBACK.test(host) ? 'ws' : 'wss'}://${host}`];
}

function urlOf(address: string): InstanceType<typeof URL> | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

const isWeb = (url: InstanceType<typeof URL>): boolean => /^(https?|wss?):$/.test(url.protocol);

/**
 * The origin of an address; a path of the site itself needs none.
 *
 * @throws TypeError for an address of another kind.
 */
export function originsOf(address: string | undefined, path: string): string[] {
  if (address === undefined || /^\/(?![/\\])/.test(address)) return [];
  const url = urlOf(address);
  if (!url || !isWeb(url) || !NAMEABLE.test(url.host)) {
    throw new TypeError(
      `${path}: expected an address that starts with https: or /, not ${address}`,
    );
  }
  return [url.origin];
}

/**
 * A source of the site's own: an origin, an address with a path, or a host.
 *
 * @throws TypeError for what would allow more than one site, such as `https:` or `*`.
 */
export function ownSourceOf(source: string, path: string): string {
  const [, rest = ''] = /^(?:(?:https?|wss?):\/\/)?(.*)$/.exec(source) ?? [];
  const [host = ''] = rest.split('/');
  if (NAMEABLE.test(host) && /^[\w.~:/*-]+$/.test(source)) return source;
  throw new TypeError(
    `${path}: expected a host or an address such as https://cdn.example.com, not ${source}`,
  );
}
