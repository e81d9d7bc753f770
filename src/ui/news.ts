// What changed since the person last answered, in words, purpose by purpose.
import { type Change, changesOf } from '../core/changes.ts';
import { type Policy, termsOf } from '../core/policy.ts';
import type { Question } from '../core/ports.ts';
import { panelTexts } from '../locales/en.ts';
import { dataNames, duration, fill, names, recipientNames } from './speech.ts';

/** The changes of a purpose, a sentence each; none on a first visit. */
export type NewsOf = (purposeId: string) => readonly string[];

export function newsIn(policy: Policy, { asked }: Question, lang: string): NewsOf {
  const serviceNames = (ids: readonly string[]): string => {
    const services = policy.purposes.flatMap((purpose) => purpose.services);
    return names(
      ids.map((id) => services.find((service) => service.id === id)?.name ?? id),
      lang,
    );
  };

  function slotsOf(change: Change): Record<string, string> {
    switch (change.kind) {
      case 'purpose':
        return {};
      case 'data':
      case 'no-data':
        return { data: dataNames(policy, change.items) };
      case 'recipients':
      case 'no-recipients':
        return { recipients: names(recipientNames(policy, change.items), lang) };
      case 'services':
      case 'no-services':
        return { recipients: serviceNames(change.items) };
      case 'service-data':
        return {
          recipients: serviceNames([change.service]),
          data: dataNames(policy, change.items),
        };
      case 'retention':
        return { from: duration(change.from, lang), to: duration(change.to, lang) };
      default:
        return { from: change.from, to: change.to };
    }
  }

  return (id) =>
    asked
      ? changesOf(asked, termsOf(policy), id).map((change) =>
          fill(panelTexts.news[change.kind], slotsOf(change)),
        )
      : [];
}
