// The words of a placeholder: whoever receives something by name, and what that is (L-22).
import type { PolicyTerms } from '../../core/policy/policy.ts';
import type { PolicyNames } from '../../core/policy/words.ts';
import type { Locale } from '../../locales/locale.ts';
import { control, element } from '../elements/element.ts';
import { fill, names, recipientNames } from '../speech.ts';
import type { Receivers } from './receivers.ts';

export type PlaceholderLocale = Pick<Locale, 'lang' | 'dir' | 'placeholder' | 'refused'>;

/** What of the policy a placeholder speaks of. */
export interface SpokenPolicy {
  readonly policy: PolicyTerms;
  readonly called: PolicyNames;
}

/** Nothing where nobody can be named: half a sentence says less. */
export function wordsOf(
  { services, undeclared, recipients, data, allows }: Receivers,
  { policy, called }: SpokenPolicy,
  { lang, placeholder: words }: PlaceholderLocale,
): HTMLElement[] {
  const all = [
    ...services.map(({ id }) => called.service(id)),
    ...recipientNames(policy, recipients),
    ...undeclared.map((host) => fill(words.undeclared, { host })),
  ];
  if (!all[0]) return [];
  const title = fill(words.title, { recipients: names([...new Set(all)], lang) });
  const items = [...new Set(data)].map(called.dataItem).join(' · ');
  return [
    element('h2', { id: 'title' }, title),
    element('p', {}, fill(undeclared[0] ? words.sendsAtLeast : words.sends, { data: items })),
    element(
      'div',
      { class: 'actions' },
      control('load-once', words.loadOnce, allows ? '' : 'wide'),
      !!allows && control('always-allow', words.alwaysAllow),
      control('choose', words.choices, 'plain wide'),
    ),
  ];
}
