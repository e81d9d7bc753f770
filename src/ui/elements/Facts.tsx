// What a purpose takes, who receives it and how long it is kept, in words.
import { type ComponentChildren, Fragment } from 'preact';
import type { Policy, Purpose } from '../../core/policy/policy.ts';
import type { FactWords } from '../../locales/locale.ts';
import { factsOf } from '../facts.ts';
import type { Says } from '../grammar.ts';

interface FactsProps {
  readonly policy: Policy;
  readonly purpose: Purpose;
  readonly words: FactWords;
  readonly says: Says;
  /** Further rows. */
  readonly children?: ComponentChildren;
}

export const Facts = ({ policy, purpose, words, says, children }: FactsProps) => (
  <dl>
    {factsOf(policy, purpose, words, says).map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
    {children}
  </dl>
);
