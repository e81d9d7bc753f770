// Whom an address asks.
import type { Where } from '../../../core/gate/addresses.ts';
import { normalHost } from '../../../core/gate/hosts.ts';
import { own } from '../../../core/own.ts';

/** Where the page's addresses are read; asked anew each time, for it can change its base. */
export const where = (): Where => ({ protocol: location.protocol, base: own(document).baseURI });

/** Empty for one that asks nobody, or only the site itself. */
export function hostOf(address: string): string {
  const host = address && normalHost(address, where().base);
  return host === normalHost(location.href) ? '' : host;
}
