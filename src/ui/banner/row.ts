// One purpose of the banner as one row: why, how long, what, to whom; opened, the whole of it.
import type { WordedPolicy, WordedPurpose } from '../../core/policy/worded.ts';
import type { Gaps } from '../../locales/locale.ts';
import { element } from '../elements/element.ts';
import { briefOf, factsOf } from '../facts.ts';
import { gapBefore, type Says } from '../grammar.ts';
import type { BannerLocale } from './locale.ts';

/** Names keep their own direction among words of another. */
const isolated = (names: readonly string[], gaps: Gaps): (Node | string)[] =>
  names.flatMap((name, index) => [
    gapBefore(index, names.length, gaps, name),
    element('bdi', {}, name),
  ]);

const unseen = (text: string): HTMLElement => element('span', { class: 'unseen' }, text);

/** @param changes since the last answer, a sentence each: they stand before the rest. */
export function purposeRow(
  policy: WordedPolicy,
  purpose: WordedPurpose,
  changes: readonly string[],
  { facts, grammar }: BannerLocale,
  says: Says,
): HTMLElement {
  const { aim, name, why, retention } = purpose;
  const { data, receivers } = briefOf(policy, purpose, facts, says);
  return element(
    'li',
    {},
    element(
      'details',
      {},
      element(
        'summary',
        {},
        element('h3', {}, aim ?? name),
        element('span', { class: 'kept' }, unseen(facts.retention), ' ', says.duration(retention)),
        element(
          'span',
          { class: 'what' },
          data,
          ' ',
          unseen(facts.recipients),
          ' ',
          element('span', { class: 'to' }, ...isolated(receivers, grammar.items)),
        ),
        ...changes.map((change) => element('strong', { class: 'change' }, change)),
      ),
      element('p', {}, why),
      element(
        'dl',
        {},
        ...factsOf(policy, purpose, facts, says).flatMap(([term, value]) => [
          element('dt', {}, term),
          element('dd', {}, value),
        ]),
      ),
    ),
  );
}
