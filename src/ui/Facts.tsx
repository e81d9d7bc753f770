// What a purpose takes, who receives it and how long it is kept, in words.
import type { ComponentChildren } from 'preact';
import type { Policy, Purpose } from '../core/policy.ts';
import type { NoticeTexts } from '../locales/en.ts';
import { dataNames, duration, names, recipientNames } from './speech.ts';

interface FactsProps {
  readonly policy: Policy;
  readonly purpose: Purpose;
  readonly texts: NoticeTexts;
  readonly lang: string;
  /** Further rows. */
  readonly children?: ComponentChildren;
}

export const Facts = ({ policy, purpose, texts, lang, children }: FactsProps) => (
  <dl>
    <dt>{texts.data}</dt>
    <dd>{dataNames(policy, purpose.data)}</dd>
    <dt>{texts.recipients}</dt>
    <dd>{names(recipientNames(policy, purpose.recipients), lang)}</dd>
    <dt>{texts.retention}</dt>
    <dd>{duration(purpose.retention, lang)}</dd>
    {children}
  </dl>
);
