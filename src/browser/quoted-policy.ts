// The words of the policy in force for a receipt, in the language that was on screen where the policy has it.
import { noticePart, panelPart } from 'virtual:s9/words';
import type { PolicyTerms } from '../core/policy.ts';
import type { Quoted } from '../core/receipt/quoted.ts';
import { translated, withWords } from '../core/words.ts';

/** A path of the site means nothing away from it. */
const absolute = (url: string) => new URL(url, document.baseURI).href;

export function quotedPolicy(terms: PolicyTerms, language: string): Quoted {
  const whole = withWords(withWords(terms, noticePart), panelPart);
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
