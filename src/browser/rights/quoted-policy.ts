// The policy in force as a receipt quotes it, away from its site.
import { own } from '../../core/own.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Quoted } from '../../core/receipt/quoted.ts';

/** A path of the site means nothing away from it. */
const absolute = (url: string) => new URL(url, own(document).baseURI).href;

export function quotedPolicy(policy: Policy): Quoted {
  const { controller } = policy;
  const { privacyUrl } = controller;
  return {
    ...policy,
    controller: { ...controller, ...(privacyUrl && { privacyUrl: absolute(privacyUrl) }) },
    rights: policy.rights.map((right) => ({
      ...right,
      how: right.how.replaceAll('{controller}', () => controller.name),
    })),
  };
}
