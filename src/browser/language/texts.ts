// A Customer's own words in several languages, put in force: those of the language on screen are shown.

import { own } from '../../core/own.ts';
import { adviceOn, createInTexts } from '../../core/policy/in-texts.ts';
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import type { Fault } from '../../core/policy/shape.ts';
import { readTexts } from '../../core/policy/texts.ts';

/**
 * Lends the policy its words. Where none fits the page, the console is told once.
 *
 * @param faults what is wrong with the texts is added here; it is left out.
 */
export function speakTexts<S extends { readonly lang: string; readonly policy: PolicyTerms }>(
  settings: S,
  texts: Policy['texts'],
  faults: Fault[],
): S {
  const wanted = settings.lang === 'auto' ? own(document).documentElement.lang : settings.lang;
  const read = readTexts(texts, settings.policy, faults);
  const advice = adviceOn(read, wanted);
  if (advice) console.warn(`Social9 Consent: ${advice}`);
  return { ...settings, policy: { ...settings.policy, inTexts: createInTexts(read, wanted) } };
}

export type SpeakTexts = typeof speakTexts;
