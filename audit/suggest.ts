// What to add to the policy for whom a page speaks to: services of the catalogue by their ids, others to be filled in.
import { isHostOf } from '../src/core/gate/hosts.ts';
import type { CatalogueService } from '../src/core/settings/catalogue.ts';
import type { Finding } from './findings.ts';

export interface Suggestion {
  /** Ids of the catalogue. */
  readonly services: readonly string[];
  /** Hosts that nobody knows, as services still to be named. */
  readonly unknown: readonly {
    readonly id: string;
    readonly name: string;
    readonly hosts: string[];
  }[];
}

const IS_KEPT: ReadonlySet<string> = new Set([
  'cookie',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'cache-storage',
  'service-worker',
  'storage-bucket',
  'file',
  'window.name',
]);

/** Who was spoken to and is in no service of the policy; the site itself is nobody else. */
export function undeclaredIn(
  findings: readonly Finding[],
  ownHost: string,
  declared: readonly string[],
): string[] {
  const hosts = findings
    .filter(({ kind, url }) => !IS_KEPT.has(kind) && /^(https?|wss?):/.test(url))
    .map(({ host }) => host)
    .filter((host) => host !== ownHost && !declared.some((pattern) => isHostOf(pattern, host)));
  return [...new Set(hosts)];
}

const hostOnly = (host: string): string => host.replace(/:\d+$/, '');

/** @param hosts spoken to, and in no service of the policy. */
export function suggestFor(
  hosts: readonly string[],
  catalogue: readonly CatalogueService[],
): Suggestion {
  const services = new Set<string>();
  const unknown = new Set<string>();
  for (const host of hosts) {
    const known = catalogue.find((service) =>
      service.hosts.some((pattern) => isHostOf(pattern, hostOnly(host))),
    );
    if (known) services.add(known.id);
    else unknown.add(host);
  }
  return {
    services: [...services],
    unknown: [...unknown].map((host) => ({
      id: host.replaceAll(/[^a-z\d]+/g, '-').replaceAll(/^-+|-+$/g, ''),
      name: host,
      hosts: [host],
    })),
  };
}
