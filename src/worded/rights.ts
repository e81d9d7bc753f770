// The End-User's rights, quoting the policy in the language that was on screen, else in English.
import { quotedPolicy } from '../browser/rights/quoted-policy.ts';
import { createRights } from '../browser/rights/rights.ts';
import { keyOf } from '../core/choice/collections.ts';
import { ENGLISH } from '../core/language/english.ts';
import { type StandardCollections, withCollections } from '../core/policy/collections.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { CreateRights } from '../core/rights/rights.ts';
import type { LoadWords } from '../locales/locale.ts';
import { formsIn } from '../policies/social9/forms.ts';
import { policyIn } from './policy.ts';

/** What is agreed to in a form stands among the purposes of its record, and so do its words. */
function withForms(policy: Policy, standard: StandardCollections): Policy {
  const whole = withCollections(policy, standard);
  const asked = Object.entries(whole.collections || {}).flatMap(([id, collection]) =>
    collection
      ? [
          {
            recipients: ['controller'],
            ...collection,
            id: keyOf(id),
            basis: 'consent' as const,
            services: [],
          },
        ]
      : [],
  );
  return { ...whole, purposes: [...whole.purposes, ...asked] };
}

export const rightsWith =
  (loadWords: LoadWords): CreateRights =>
  (host) =>
    createRights(host, async (language) => {
      const words = ENGLISH.test(language) ? null : await loadWords(language);
      const policy = policyIn(words?.lang ?? 'en', words?.policy)(host.settings.policy);
      return quotedPolicy(withForms(policy, formsIn(words?.collections)));
    });
