// What a policy declares of others: each service that can be granted, and the sources that its hosts are.
import { SERVICE } from '../gate/gate.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import { type Fault, isObject } from '../policy/shape.ts';
import type { WithCatalogue } from '../settings/catalogue.ts';
import { checkSettings, merge } from '../settings/check-settings.ts';
import { sourcesOf } from './sources.ts';

export interface DeclaredService {
  readonly id: string;
  readonly purpose: string;
  readonly hosts: readonly string[];
  readonly sources: readonly string[];
}

export interface Declared {
  /** All that `granted` can name: purposes, and `service:…`. */
  readonly ids: readonly string[];
  readonly services: readonly DeclaredService[];
  /** What is wrong and closes nothing, such as a member that nobody knows; a line each. */
  readonly remarks: readonly string[];
}

/** What a policy is read over, as the widget does it. */
export interface Standard {
  readonly policy: PolicyTerms;
  readonly withCatalogue: WithCatalogue;
}

const lineOf = ({ path, expected }: Fault): string => `${path}: expected ${expected}`;

/**
 * @param given a policy as it stands in settings: over the default one, services by their ids or whole.
 * @throws TypeError that lists every fault, each with its path: a policy that is not in force enforces nothing.
 */
export function declaredIn(given: unknown, { policy, withCatalogue }: Standard): Declared {
  if (!isObject(given)) {
    throw new TypeError(`policy: expected an object, not ${JSON.stringify(given)}`);
  }
  if ('policy' in given) {
    throw new TypeError('policy: expected a policy, not settings: theirs is the member policy');
  }
  const { merged, faults: unknown } = withCatalogue(merge({ policy }, { policy: given }));
  const { settings, faults } = checkSettings(merged, policy, unknown);
  const closing = faults.filter(({ harmless }) => !harmless);
  if (closing.length > 0) throw new TypeError(closing.map(lineOf).join('\n'));
  const services = settings.policy.purposes.flatMap(({ id: purpose, services: own }) =>
    own.map(({ id, hosts }) => ({
      id,
      purpose,
      hosts,
      sources: hosts.flatMap((host) =>
        sourcesOf(host, `policy.purposes.${purpose}.services.${id}.hosts`),
      ),
    })),
  );
  const ids = [
    ...settings.policy.purposes.map(({ id }) => id),
    ...services.map(({ id }) => SERVICE + id),
  ];
  return { ids, services, remarks: faults.map(lineOf) };
}
