// What a purpose takes, who receives it and how long it is kept, in words.
import { type ComponentChildren, Fragment } from 'preact';
import type { Policy, Purpose } from '../../core/policy/policy.ts';
import type { FactWords } from '../../locales/locale.ts';
import { factsOf } from '../facts.ts';
import { browserSays } from '../speech.ts';

interface FactsProps {
  readonly policy: Policy;
  readonly purpose: Purpose;
  readonly words: FactWords;
  readonly lang: string;
  /** Further rows. */
  readonly children?: ComponentChildren;
}

export const Facts = ({ policy, purpose, words, lang, children }: FactsProps) => (
  <dl>
    {factsOf(policy, purpose, words, browserSays(lang)).map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
    {children}
  </dl>
);
