// Makes the built files small: three passes of two minifiers, each of which sees what the other one leaves.
import { type CompressOptions, minify as terser } from 'terser';
import { minifySync, type Plugin } from 'vite';

/** Safe here: no getter of ours acts. Brotli likes the rest better than what a minifier makes of it. */
const COMPRESS: CompressOptions = {
  passes: 4,
  comparisons: false,
  pure_getters: true,
  inline: 0,
  loops: false,
};

/** Has V8 compile while a file arrives, beside the main thread, and not function by function later. */
const HINT = '//# allFunctionsCalledOnLoad';

type Pass = (code: string, name: string) => Promise<{ code?: string | undefined; map?: unknown }>;

const PASSES: Readonly<Record<string, Pass>> = {
  /** Folds what it can. Names stay: the next one gives them. */
  fold: (code) =>
    terser(code, { ecma: 2020, compress: COMPRESS, mangle: false, sourceMap: { asObject: true } }),
  /** Writes alike what is alike: one kind of quotes, of declarations, of comparisons of types. */
  level: async (code, name) => {
    const { errors, ...made } = minifySync(name, code, {
      compress: { target: 'es2022' },
      mangle: { toplevel: true },
      codegen: { removeWhitespace: true, legalComments: 'inline' },
      sourcemap: true,
    });
    if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
    return made;
  },
  /** Gives the shortest names to what is named most often. A page in another encoding than UTF-8 reads the files in its own. */
  name: (code) =>
    terser(code, {
      compress: false,
      mangle: true,
      format: { ecma: 2020, ascii_only: true, preamble: HINT },
      sourceMap: { asObject: true },
    }),
};

/** @param keys rows of build/files.ts: what is bundled by others is minified by others. */
export const minified = (keys: readonly string[]): Plugin[] =>
  Object.entries(PASSES).map(([pass, run]) => ({
    name: `s9-minify-${pass}`,
    applyToEnvironment: ({ name }) => keys.includes(name),
    renderChunk: {
      order: 'post',
      async handler(code, { fileName }) {
        const { code: made = '', map } = await run(code, fileName);
        return { code: made, map: map as never };
      },
    },
  }));
