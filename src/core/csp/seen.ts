// What was seen to be asked for, put with the services that asked for it: vendors load from hosts nobody wrote down.
import { isHostOf, normalHost } from '../gate/hosts.ts';
import type { DeclaredService } from './declared.ts';
import { sourcesOf } from './sources.ts';

/** A leak of `watchConsent()`, a finding of the audit, or the detail of `s9:refused`: only this of it counts. */
export interface Seen {
  /** Whole address of whoever was spoken to; what is none is left out. */
  readonly url: string;
  /** Who asked, in words that have an address in them. */
  readonly by?: string | null | undefined;
}

const ADDRESS = /(?:https?|wss?):\/\/[^\s"'<>),]+/g;

const isHostIn = (hosts: readonly string[], host: string): boolean =>
  hosts.some((pattern) => isHostOf(pattern, host));

function askerOf({ by }: Seen, services: readonly DeclaredService[]): DeclaredService | undefined {
  const askers = (by?.match(ADDRESS) ?? []).map((address) => normalHost(address));
  return services.find(({ hosts }) => askers.some((host) => isHostIn(hosts, host)));
}

const plainHost = (source: string): string =>
  source.replace(/^[a-z]+:\/\//, '').replace(/\/.*$/, '');

/**
 * Whom nobody can be found to have asked for stays refused: it is told, and nothing is guessed.
 *
 * @param own sources of the site itself.
 */
export function withSeen(
  services: readonly DeclaredService[],
  seen: readonly Seen[],
  own: readonly string[],
): { readonly services: readonly DeclaredService[]; readonly notes: readonly string[] } {
  const more = new Map<DeclaredService, Set<string>>();
  const refused = new Set<string>();
  const known = [...services.flatMap(({ hosts }) => hosts), ...own.map(plainHost)];
  for (const each of seen.filter(({ url }) => /^(https?|wss?):/.test(url))) {
    const host = normalHost(each.url);
    if (isHostIn(known, host)) continue;
    const asker = askerOf(each, services);
    if (asker) more.set(asker, (more.get(asker) ?? new Set<string>()).add(host));
    else refused.add(host);
  }
  const wider = services.map((service) => {
    const hosts = [...(more.get(service) ?? [])];
    const sources = hosts.flatMap((host) => sourcesOf(host, 'seen'));
    return {
      ...service,
      hosts: [...service.hosts, ...hosts],
      sources: [...service.sources, ...sources],
    };
  });
  const lacking = [...more].map(
    ([{ id }, hosts]) =>
      `The policy lacks ${[...hosts].join(', ')} in the hosts of service:${id}; it is open here, and not in the notice until you add it.`,
  );
  const left = [...refused].map(
    (host) => `${host} was asked for by nothing that the policy names, and stays refused.`,
  );
  return { services: wider, notes: [...lacking, ...left] };
}
