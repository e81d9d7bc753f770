// The widget as one module in another language: its words exchanged as it is bundled, so that no file of words is fetched.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENGLISH = `${root}src/locales/en.ts`;
const POLICY = `${root}src/policies/social9/en.json`;
const COLLECTIONS = `${root}src/policies/social9/forms.en.json`;

/** The longest, and one from right to left. */
export const LANGUAGES = ['de', 'fi', 'ar', 'el'];

const wordsOf = (lang) => JSON.parse(readFileSync(`${root}src/locales/${lang}.json`, 'utf8'));

const inWords = ({ policy, collections, ...words }) => ({
  name: 'in-words',
  enforce: 'pre',
  transform: {
    filter: { id: [ENGLISH, POLICY, COLLECTIONS] },
    handler(code, id) {
      if (id === POLICY) return JSON.stringify(policy);
      if (id === COLLECTIONS) return JSON.stringify(collections);
      const names = Object.keys(words);
      const own = names.map((name) => `export const ${name} = ${JSON.stringify(words[name])};`);
      // Under other names, what is exchanged is dropped.
      return [
        ...own,
        code.replaceAll(/^export const (\w+)/gm, (whole, name) =>
          names.includes(name) ? `const english_${name}` : whole,
        ),
      ].join('\n');
    },
  },
});

const BUILD = {
  name: 'build-name',
  resolveId: (id) => (id.startsWith('virtual:s9/') ? `\0${id}` : null),
  load: (id) =>
    id.startsWith('\0virtual:s9/') ? 'export const build = "bench", locales = {};' : null,
};

/** @returns the module: it exports `createConsent`. */
export async function moduleIn(lang) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [BUILD, inWords(wordsOf(lang))],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      write: false,
      lib: { entry: `${root}src/index.ts`, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }).then((built) => (Array.isArray(built) ? built[0] : built));
  return output[0].code;
}
