// Whose IP address a request has, behind proxies only as far as they are trusted, and what is left of it (L-01).
import { isIP } from 'node:net';
import type { IpHandling } from '../../src/core/policy/policy.ts';

interface Asked {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** As proxies write it: with a port, in brackets, with a zone, or as an IPv4 address of a socket for both. */
function plain(written: string): string | undefined {
  const bare = written
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIP(bare) ? bare.toLowerCase() : undefined;
}

/**
 * The address of whoever asked the outermost trusted proxy.
 *
 * @param trustedProxies how many proxies of the Customer's stand before the receiver, each of which appends the
 * address it was asked from to `X-Forwarded-For`. What stands further left anybody can have written.
 * @returns `undefined` where that many have not written, or not an address.
 */
export function addressOf({ headers, socket }: Asked, trustedProxies: number): string | undefined {
  if (trustedProxies === 0) return plain(socket.remoteAddress ?? '');
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  return plain(forwarded.at(-trustedProxies) ?? '');
}

/** 6to4: an IPv4 address stands behind it, whole within the first 48 bits. */
const SIX_TO_FOUR = 0x2002;

/** The first 48 bits, in the shortest form; of 6to4 the network of the IPv4 address in it. */
function prefixOf(ipv6: string): string {
  const [head = '', tail] = ipv6.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  // An IPv4 address at the end stands for two groups.
  const written = [...left, ...right].reduce((sum, each) => sum + (each.includes('.') ? 2 : 1), 0);
  const gap = tail === undefined ? [] : Array.from({ length: 8 - written }, () => '0');
  const [a = 0, b = 0, c = 0] = [...left, ...gap, ...right].map((group) =>
    Number.parseInt(group, 16),
  );
  const network = [a, b, a === SIX_TO_FOUR ? c & 0xff00 : c].map((group) => group.toString(16));
  return new URL(`http://[${network.join(':')}::]`).hostname.slice(1, -1);
}

/** What the policy leaves of it: nothing, all of it, or its network of /24 and /48. */
export function leftOf(address: string | undefined, ip: IpHandling): string | undefined {
  if (address === undefined || ip === 'dropped') return undefined;
  if (ip === 'kept') return address;
  return isIP(address) === 4 ? address.replace(/\.\d+$/, '.0') : prefixOf(address);
}
