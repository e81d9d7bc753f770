// s9-consent-words.js: which languages there are, and the way to their words; fetched where the page is not in English.
import { locales } from 'virtual:s9/locales';
import { announce } from '../browser/announce/page.ts';
import { handOver } from '../browser/files/hand-over.ts';
import { runningScript } from '../browser/files/running.ts';
import { fetchJson } from '../browser/language/fetch-json.ts';
import { createLoadWords } from '../browser/language/translations.ts';

const { src } = runningScript() as HTMLScriptElement;

handOver(() =>
  createLoadWords(
    Object.keys(locales),
    (lang) => fetchJson(new URL(`locales/${lang}.json`, src), locales[lang] ?? ''),
    announce,
  ),
);
