// The notices' file in English, or in the language of the page: its words, and what the default policy says of forms.
import type { FormCollection, NoticeHost } from '../core/ask/forms.ts';
import type { IsFair } from '../core/ask/press.ts';
import {
  collectionOf,
  type GivenCollections,
  itemOf,
  type StandardCollections,
  termsOfCollection,
} from '../core/policy/collections.ts';
import type { Fault } from '../core/policy/shape.ts';
import { withTexts } from '../core/policy/worded.ts';
import { dir, facts, forms, grammar, lang } from '../locales/en.ts';
import type { Translation } from '../locales/locale.ts';
import { formsIn } from '../policies/social9/forms.ts';
import { createNotice, noticeSheet } from '../ui/forms/notice.ts';
import type { NoticeWords } from '../ui/forms/words.ts';

const english = { lang, dir, grammar, facts, forms };

/** @returns what is drawn for a collection, and what its record says was asked; `null` for one that is none. */
const collectionsWith =
  (words: NoticeWords, standard: StandardCollections) =>
  (policy: GivenCollections, id: string, faults: Fault[]): FormCollection | null => {
    const said = withTexts(words.lang, policy);
    const collection = collectionOf(said, standard, id, faults);
    if (!collection) return null;
    const content = {
      policy: said,
      collection,
      itemOf: (item: string) => itemOf(said, standard, item),
    };
    return {
      consent: collection.consent ?? false,
      asked: termsOfCollection(policy, standard, id, collection),
      draw: (host: NoticeHost) => createNotice(content, words, host),
    };
  };

export const formParts = (
  loadJudge: () => Promise<((hosts: () => Iterable<Element>) => IsFair) | null>,
  words?: Translation | null,
) => ({
  loadJudge,
  collectionIn: collectionsWith(words ?? english, formsIn(words?.collections)),
  sheet: noticeSheet,
});
