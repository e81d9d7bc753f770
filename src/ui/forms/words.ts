// What a notice in a form says: one row in the grammar of every row, and behind it the whole of it.
import { contactHref } from '../../core/policy/address.ts';
import type { Collection, DataItem, PolicyTerms } from '../../core/policy/policy.ts';
import type { FactWords, FormWords, Grammar } from '../../locales/locale.ts';
import { element } from '../elements/element.ts';
import { saysIn } from '../grammar.ts';
import { recipientNames } from '../speech.ts';

export interface NoticeWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly grammar: Grammar;
  readonly facts: FactWords;
  readonly forms: FormWords;
}

/** A collection, whole, and what it is taken under. */
export interface NoticeContent {
  readonly policy: PolicyTerms;
  readonly collection: Collection;
  readonly itemOf: (id: string) => DataItem | undefined;
}

const unseen = (text: string): HTMLElement => element('span', { class: 'unseen' }, ` ${text} `);

const hidden = (className: string, text = ''): HTMLElement =>
  element('span', { class: className, 'aria-hidden': 'true' }, text);

/** “To send you the newsletter · 2 years”, and below it “E-mail → The Daily Example”. */
export function rowOf({ policy, collection, itemOf }: NoticeContent, words: NoticeWords) {
  const { aim, name, data, recipients = [], retention } = collection;
  const { forms } = words;
  const says = saysIn(words);
  const items = data.map((id) => itemOf(id)?.short ?? itemOf(id)?.name ?? id);
  return element(
    'summary',
    {},
    element('b', {}, aim ?? name),
    element('span', {}, unseen(forms.keptFor), says.duration(retention)),
    hidden('mark'),
    element(
      'span',
      { class: 'what' },
      element('bdi', {}, says.listed(items)),
      unseen(forms.receivedBy),
      hidden('arrow', '→'),
      element('bdi', {}, says.listed(recipientNames(policy, recipients))),
    ),
  );
}

/** Where it is taken back, what the site says of it, whom to ask. */
function linksOf({ controller }: PolicyTerms, consent: unknown, { forms }: NoticeWords) {
  const { contact = '', privacyUrl } = controller;
  const href = contactHref(contact);
  const opener = { type: 'button', class: 'link', 'data-consent-open': 'data' };
  return element(
    'div',
    { class: 'links' },
    !!consent && element('button', opener, forms.data),
    !!privacyUrl && element('a', { href: privacyUrl }, forms.privacy),
    !!contact && (href ? element('a', { href }, contact) : element('span', {}, contact)),
  );
}

export function wholeOf(content: NoticeContent, words: NoticeWords): HTMLElement {
  const { policy, collection, itemOf } = content;
  const { data, recipients = [], retention, why, consent } = collection;
  const { facts, forms } = words;
  const says = saysIn(words);
  const rows: readonly (readonly [string, string])[] = [
    [forms.why, why],
    [facts.data, data.map((id) => itemOf(id)?.name ?? id).join(' · ')],
    [facts.recipients, says.names(recipientNames(policy, recipients))],
    [facts.retention, says.duration(retention)],
  ];
  return element(
    'div',
    { class: 'more' },
    element(
      'dl',
      {},
      ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
    ),
    !!consent && element('p', {}, forms.withdraw),
    linksOf(policy, consent, words),
  );
}
