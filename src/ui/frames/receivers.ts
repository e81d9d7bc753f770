// Who receives what once a held frame is loaded: read from where it is fetched, not from what it was marked with.
import type { Grants } from '../../core/choice/choice.ts';
import type { HeldFrame } from '../../core/gate/held.ts';
import { servicesOf } from '../../core/gate/hosts.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';

interface Identified {
  readonly id: string;
}

export interface Receivers {
  /** Those that are declared. */
  readonly services: readonly Identified[];
  /** Hosts that the policy does not name. */
  readonly undeclared: readonly string[];
  /** Recipients of the purposes, where the frame is the site's own. */
  readonly recipients: readonly string[];
  /** Data items; where a host is undeclared they are the least it receives. */
  readonly data: readonly string[];
  /** What “always allow” grants: the services and nothing more; `null` where the frame would stay held. */
  readonly allows: Partial<Grants> | null;
}

/** What any server receives that a frame is fetched from. */
const AT_LEAST = ['ip', 'browser', 'page'];

const yesTo = (these: readonly Identified[]): Readonly<Record<string, boolean>> =>
  Object.fromEntries(these.map(({ id }) => [id, true]));

export function receiversOf(
  { missing, hosts }: Pick<HeldFrame, 'missing' | 'hosts'>,
  policy: PolicyTerms,
): Receivers {
  const { purposes } = policy;
  const undeclared = hosts.filter((host) => !servicesOf(policy, [host])[0]);
  const asked = servicesOf(policy, hosts);
  const services = purposes
    .flatMap((purpose) => purpose.services)
    .filter(
      (service) =>
        asked.includes(service) || (!undeclared[0] && missing.includes(`service:${service.id}`)),
    );
  const marked = purposes.filter(({ id }) => missing.includes(id));
  const isOwn = !services[0] && !undeclared[0];
  const givers = isOwn ? marked : services;
  // A service that is granted satisfies its purpose.
  const satisfied = marked.filter(
    (purpose) => isOwn || purpose.services.some((each) => services.includes(each)),
  );
  const granted = satisfied.map(({ id }) => id).concat(services.map(({ id }) => `service:${id}`));
  return {
    services,
    undeclared,
    recipients: isOwn ? marked.flatMap(({ recipients }) => recipients) : [],
    data: givers.flatMap(({ data }) => data).concat(undeclared[0] ? AT_LEAST : []),
    allows:
      !undeclared[0] && missing.every((id) => granted.includes(id))
        ? { [isOwn ? 'purposes' : 'services']: yesTo(givers) }
        : null,
  };
}
