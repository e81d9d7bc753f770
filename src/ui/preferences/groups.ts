// Services under one roof, as far as a policy tells: those whose privacy policy stands at one host. Pure.
import type { Service } from '../../core/policy/policy.ts';

/** Of an address of another site; a path of this one, and what is no address, has none. */
const hostOf = (url = ''): string | undefined => /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];

/** In the order of the policy, each group where its first service stands. */
export function groupsOf(services: readonly Service[]): Service[][] {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const roof = hostOf(service.privacyUrl)?.toLowerCase() ?? `service ${service.id}`;
    groups.set(roof, [...(groups.get(roof) ?? []), service]);
  }
  return [...groups.values()];
}
