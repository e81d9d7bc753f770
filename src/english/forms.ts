// The notices' file in English: its words, and what the default policy says of forms.
import type { FormCollection, NoticeHost } from '../core/ask/forms.ts';
import type { IsFair } from '../core/ask/press.ts';
import {
  collectionOf,
  type GivenCollections,
  itemOf,
  termsOfCollection,
} from '../core/policy/collections.ts';
import type { Fault } from '../core/policy/shape.ts';
import { dir, facts, lang, forms as words } from '../locales/en.ts';
import { forms as standard } from '../policies/social9/forms.ts';
import { createNotice, noticeSheet } from '../ui/forms/notice.ts';

/** What is drawn for a collection, and what its record says was asked; `null` for one that is none. */
function collectionIn(
  policy: GivenCollections,
  id: string,
  faults: Fault[],
): FormCollection | null {
  const collection = collectionOf(policy, standard, id, faults);
  if (!collection) return null;
  const content = { policy, collection, itemOf: (item: string) => itemOf(policy, standard, item) };
  return {
    consent: collection.consent ?? false,
    asked: termsOfCollection(policy, standard, id, collection),
    draw: (host: NoticeHost) => createNotice(content, { lang, dir, facts, forms: words }, host),
  };
}

export const formParts = (
  loadJudge: () => Promise<((hosts: () => Iterable<Element>) => IsFair) | null>,
) => ({
  loadJudge,
  collectionIn,
  sheet: noticeSheet,
});
