// The policy in force for a receipt, in the language that was on screen where the policy has it.
import { own } from '../../core/own.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { translated } from '../../core/policy/words.ts';
import type { Quoted } from '../../core/receipt/quoted.ts';

/** A path of the site means nothing away from it. */
const absolute = (url: string) => new URL(url, own(document).baseURI).href;

export function quotedPolicy(whole: Policy, language: string): Quoted {
  const policy = translated(whole, whole.texts[language] ?? {});
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
