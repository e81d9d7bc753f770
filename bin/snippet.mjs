// `social9-consent snippet`: prints the recommended tag, for the very files of this release and no other.
import { readFileSync } from 'node:fs';
import { readOptions } from './options.mjs';
import { complain } from './print.mjs';

export const USAGE = `Usage: social9-consent snippet [--base </consent/ | https://cdn.example/consent/>] [--nonce <value>]
                               [--lang <de>]

  --base <address>   the folder the files stand in; / without it
  --nonce <value>    of your Content Security Policy, on the tag and on the preload
  --lang <tag>       of pages in another language than English: their words are preloaded too

Standard output has the snippet. Add your settings (data-controller, data-contact, …) to its first element.
It holds the hashes of this release's files: print it anew with each.`;

const OPTIONS = {
  base: { type: 'string' },
  nonce: { type: 'string' },
  lang: { type: 'string' },
};
const TAG = 's9-consent.js';
const UI = 's9-consent-ui.js';
const WORDS = 's9-consent-words.js';

/** @returns the hash of each built file, by its name; as the build wrote them. */
export const hashes = () =>
  JSON.parse(readFileSync(new URL('../dist/tag/integrity.json', import.meta.url), 'utf8'));

function folderOf(base) {
  if (!/^(\/|\.{1,2}\/|https?:\/\/[^/])/.test(base) || /[\s"'<>&?#\\]/.test(base)) {
    throw new Error(
      `--base: expected a folder, as /consent/ or https://cdn.example/consent/; got ${base}`,
    );
  }
  return base.endsWith('/') ? base : `${base}/`;
}

function attributeOf(nonce) {
  if (nonce === undefined) return '';
  // The grammar of a nonce in CSP 3.
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(nonce)) {
    throw new Error(`--nonce: expected base64, as a policy names it; got ${nonce}`);
  }
  return ` nonce="${nonce}"`;
}

/** The file of a language; English needs none. */
function wordsOf(lang, integrity) {
  if (lang === undefined || lang === 'en') return undefined;
  const name = `locales/${lang}.json`;
  if (Object.hasOwn(integrity, name)) return name;
  const all = Object.keys(integrity).flatMap(
    (each) => /^locales\/(.+)\.json$/.exec(each)?.[1] ?? [],
  );
  throw new Error(`--lang: expected one of en, ${all.join(', ')}; got ${lang}`);
}

/**
 * @param integrity the hash of each file, as `integrity.json` has them.
 * @param options `base`, the files' folder, `/` when it is left out; `nonce` of a Content Security Policy; `lang` of
 *   the pages, where that is not English.
 */
export function snippetOf(integrity, { base = '/', nonce, lang } = {}) {
  const folder = folderOf(base);
  const own = attributeOf(nonce);
  const checked = (name) => `crossorigin="anonymous"\n  integrity="${integrity[name]}"${own}`;
  const at = (name) => `${folder}${name}?v=${integrity[name].replace('sha256-', '')}`;
  const preload = (name) =>
    `\n<link rel="preload" as="script" fetchpriority="low" href="${at(name)}" ${checked(name)}>`;
  const words = wordsOf(lang, integrity);
  // A preload of data is checked where it is used: browsers ignore hashes here, and say so.
  const inLanguage =
    words === undefined
      ? ''
      : `${preload(WORDS)}\n<link rel="preload" as="fetch" fetchpriority="low" href="${at(words)}" crossorigin="anonymous">`;
  return `<script src="${folder}${TAG}" ${checked(TAG)}></script>${preload(UI)}${inLanguage}`;
}

/** @param args what stands after the name of the command. */
export async function snippet(args) {
  const { base, nonce, lang } = readOptions(args, OPTIONS);
  console.log(snippetOf(hashes(), { base, nonce, lang }));
  complain('For this release’s files and no other. Add your settings to the first element.');
}
