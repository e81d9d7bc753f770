// One purpose of the banner as one row: why, how long, what, to whom; opened, the whole of it.
import type { Policy, Purpose } from '../../core/policy/policy.ts';
import { element } from '../elements/element.ts';
import { factsOf } from '../facts.ts';
import { duration, recipientNames } from '../speech.ts';
import type { BannerLocale } from './banner.ts';

/** Names keep their own direction among words of another. */
const isolated = (names: readonly string[]): (Node | string)[] =>
  names.flatMap((name, index) => [index ? ', ' : '', element('bdi', {}, name)]);

const unseen = (text: string): HTMLElement => element('span', { class: 'unseen' }, text);

/** @param changes since the last answer, a sentence each: they stand before the rest. */
export function purposeRow(
  policy: Policy,
  purpose: Purpose,
  changes: readonly string[],
  { facts, lang }: BannerLocale,
): HTMLElement {
  const { aim, name, why, data, recipients, retention } = purpose;
  const short = data.map((id) => policy.dataItems[id]?.short ?? policy.dataItems[id]?.name ?? id);
  const receivers = recipientNames(
    { ...policy, controller: { name: facts.controller } },
    recipients,
  );
  return element(
    'li',
    {},
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('b', {}, aim ?? name),
        element('span', { class: 'kept' }, unseen(facts.retention), ' ', duration(retention, lang)),
        element(
          'span',
          { class: 'what' },
          short.join(', '),
          ' ',
          unseen(facts.recipients),
          ' ',
          element('span', { class: 'to' }, ...isolated(receivers)),
        ),
        ...changes.map((change) => element('strong', {}, change)),
      ),
      element('p', {}, why),
      element(
        'dl',
        {},
        ...factsOf(policy, purpose, facts, lang).flatMap(([term, value]) => [
          element('dt', {}, term),
          element('dd', {}, value),
        ]),
      ),
    ),
  );
}
