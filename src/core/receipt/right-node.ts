// A right of the person's as a term of the law, where there is one, in the words of the policy.
import type { Right } from '../policy/policy.ts';

/** By the id that a policy gives it. */
const TERMS: ReadonlyMap<string, string> = new Map([
  ['see', 'eu-gdpr:A15'],
  ['correct', 'eu-gdpr:A16'],
  ['erase', 'eu-gdpr:A17'],
  ['withdraw', 'eu-gdpr:A7-3'],
  ['complain', 'eu-gdpr:A77'],
]);

export const rightNode = ({ id, name, how }: Right) => ({
  '@type': TERMS.get(id) ?? 'dpv:DataSubjectRight',
  'dct:title': name,
  'dct:description': how,
});

/** The id whose term this is; empty for every other one, which has the same term. */
export const rightIdOf = (term: unknown): string =>
  [...TERMS].find(([, each]) => each === term)?.[0] ?? '';
