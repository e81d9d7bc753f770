// What a purpose takes, who receives it and how long, in words: the same rows on every layer.
import type { WordedPolicy, WordedPurpose } from '../core/policy/worded.ts';
import type { FactWords } from '../locales/locale.ts';
import type { Says } from './grammar.ts';
import { dataNames, fill, recipientNames } from './speech.ts';

/** A row each: its name, and what it says. */
export function factsOf(
  policy: WordedPolicy,
  purpose: WordedPurpose,
  words: FactWords,
  { names, duration }: Says,
): [name: string, value: string][] {
  const { data, recipients, retention, retentions = {}, visitors, queryParameters = [] } = purpose;
  const own = Object.entries(retentions).map(([item, time]) =>
    fill(words.itemRetention, {
      data: dataNames(policy, [item]),
      retention: duration(time),
    }),
  );
  return [
    [words.data, dataNames(policy, data)],
    ...(queryParameters[0] ? [[words.parameters, queryParameters.join(' · ')] as const] : []),
    [words.recipients, names(recipientNames(policy, recipients))],
    [words.retention, [duration(retention), ...own].join(' · ')],
    ...(visitors && visitors !== 'none' ? [[words.visitors, words.linked[visitors]] as const] : []),
  ].map(([name, value]) => [name, value]);
}

/** The same in one row of few words: what is taken, and who receives it; the controller is “this site”. */
export function briefOf(
  policy: WordedPolicy,
  { data, recipients }: WordedPurpose,
  { controller }: FactWords,
  { listed }: Says,
): { data: string; receivers: string[] } {
  const { dataItems } = policy;
  const short = data.map((id) => dataItems[id]?.short ?? dataItems[id]?.name ?? id);
  return {
    data: listed(short),
    receivers: recipientNames({ ...policy, controller: { name: controller } }, recipients),
  };
}
