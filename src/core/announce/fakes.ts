// A policy whose services can be told, and a state of it. For tests only.
import { POLICY } from '../choice/fakes.ts';
import type { ConsentState } from '../choice/state.ts';
import type { PolicyTerms, PurposeTerms } from '../policy/policy.ts';

const service = (id: string, ...hosts: string[]) => ({ id, hosts, data: ['ip'] });

const asking = (id: string, ...services: PurposeTerms['services']): PurposeTerms => ({
  id,
  data: ['ip'],
  basis: 'consent',
  recipients: ['controller'],
  retention: 'P1M',
  services,
});

export const ANNOUNCED: PolicyTerms = {
  ...POLICY,
  purposes: [
    ...POLICY.purposes.filter(({ id }) => id === 'necessary'),
    asking('analytics', service('google-analytics', '*.googletagmanager.com')),
    asking(
      'advertising',
      service('google-ads', '*.doubleclick.net', '*.googletagmanager.com'),
      service('meta-pixel', 'connect.facebook.net'),
      service('own-pixel', 'bat.bing.com'),
    ),
    asking('preferences'),
  ],
};

/** @param granted ids of purposes and `service:…`. */
export function stateWith(granted: readonly string[], isDecided = true): ConsentState {
  const purposes: Record<string, boolean> = {};
  const services: Record<string, boolean> = {};
  for (const purpose of ANNOUNCED.purposes) {
    purposes[purpose.id] = purpose.basis === 'necessary' || granted.includes(purpose.id);
    for (const { id } of purpose.services) services[id] = granted.includes(`service:${id}`);
  }
  return {
    decided: isDecided,
    purposes,
    services,
    recordId: isDecided ? 'id-1' : null,
    policyVersion: ANNOUNCED.version,
    decidedAt: isDecided ? 1 : null,
    expiresAt: isDecided ? 1e15 : null,
    source: isDecided ? 'custom' : null,
    signals: { gpc: false },
    storage: 'indexeddb',
  };
}
