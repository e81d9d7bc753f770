// The widget as one module in another language: its words exchanged as it is bundled, for no file speaks it yet.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const ENGLISH = `${root}src/locales/en.ts`;
const POLICY = `${root}src/policies/social9/en.json`;

/** Languages there are words of: of the banner, of placeholders, of the default policy. The rest stays English. */
export const LANGUAGES = ['de', 'fi', 'ar', 'el'];

const wordsOf = (lang) =>
  JSON.parse(readFileSync(new URL(`languages/${lang}.json`, import.meta.url), 'utf8'));

const inWords = ({ policy, ...words }) => ({
  name: 'in-words',
  enforce: 'pre',
  transform: {
    filter: { id: [ENGLISH, POLICY] },
    handler(code, id) {
      if (id === POLICY) return JSON.stringify({ ...JSON.parse(code), ...policy });
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
