// The words of a language, chosen and fetched: whole, or none and said so (L-24).
import type { Announce } from '../../core/announcements.ts';
import { lookup } from '../../core/language/lookup.ts';
import type { LoadWords, Translation } from '../../locales/locale.ts';
import { withinMs } from '../deadline.ts';

/** As long as any file of the widget is waited for. */
const GIVE_UP_MS = 8000;

/**
 * @param offered tags there are words for, English not among them.
 * @param load gets those of one; rejects where they are changed or not to be had.
 */
export function createLoadWords(
  offered: readonly string[],
  load: (lang: string) => Promise<Translation>,
  announce: Announce,
): LoadWords {
  const coming = new Map<string, Promise<Translation | null>>();

  async function inTime(lang: string): Promise<Translation | null> {
    try {
      const words = await withinMs(GIVE_UP_MS, load(lang));
      if (words.lang === lang) return words;
    } catch {
      // Told as what is not there.
    }
    coming.delete(lang);
    const path = `locales/${lang}.json`;
    announce('error', { what: 'file', path, expected: 'this build' });
    console.error(
      `Social9 Consent: no ${path}, so it speaks English. Put all files of a build, unchanged, beside s9-consent.js, and let connect-src of the page's security policy have their address`,
    );
    return null;
  }

  return async (range) => {
    const lang = lookup(range, offered);
    if (!lang) {
      const all = ['en', ...offered].join(', ');
      console.warn(
        `Social9 Consent: no words in “${range}”, so it speaks English. There are ${all}; the setting lang names one`,
      );
      return null;
    }
    const words = coming.get(lang) ?? inTime(lang);
    coming.set(lang, words);
    return words;
  };
}
