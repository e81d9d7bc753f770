// What changed since the person last answered, in words, purpose by purpose.
import { type Change, changesOf } from '../../core/policy/changes.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type AskedTerms, termsOf } from '../../core/policy/terms.ts';
import type { ChangeWords } from '../../locales/locale.ts';
import type { Says } from '../grammar.ts';
import type { ChangesOf } from '../kit.ts';
import { dataNames, fill, recipientNames } from '../speech.ts';

/** @param asked what was asked when the person last answered. */
export function changesIn(
  policy: Policy,
  asked: AskedTerms | undefined,
  words: ChangeWords,
  { names, duration }: Says,
): ChangesOf {
  const serviceNames = (ids: readonly string[]): string => {
    const services = policy.purposes.flatMap((purpose) => purpose.services);
    return names(ids.map((id) => services.find((service) => service.id === id)?.name ?? id));
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
        return { recipients: names(recipientNames(policy, change.items)) };
      case 'services':
      case 'no-services':
        return { recipients: serviceNames(change.items) };
      case 'service-data':
        return {
          recipients: serviceNames([change.service]),
          data: dataNames(policy, change.items),
        };
      case 'parameters':
      case 'no-parameters':
        return { parameters: names(change.items) };
      case 'item-retention':
        return {
          data: dataNames(policy, [change.item]),
          from: duration(change.from),
          to: duration(change.to),
        };
      case 'retention':
        return { from: duration(change.from), to: duration(change.to) };
      default:
        return { from: change.from, to: change.to };
    }
  }

  return (id) =>
    asked
      ? changesOf(asked, termsOf(policy), id).map((change) =>
          fill(words[change.kind], slotsOf(change)),
        )
      : [];
}
