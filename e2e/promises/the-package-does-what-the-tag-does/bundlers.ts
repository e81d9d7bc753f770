// The bundlers that people build their sites with, each as a fresh project has it.
import { join } from 'node:path';

/** Builds `index.html` and `main.js` of a folder into its `out`; resolves to what it warned of. */
export type Bundle = (app: string) => Promise<readonly string[]>;

type Told = string | { readonly message?: string };
const messageOf = (told: Told): string => (typeof told === 'string' ? told : (told.message ?? ''));

const viteOptions = (app: string, warnings: string[]) => ({
  root: app,
  configFile: false as const,
  logLevel: 'silent' as const,
  build: {
    outDir: join(app, 'out'),
    rollupOptions: { onwarn: (told: Told) => void warnings.push(messageOf(told)) },
  },
});

export const BUNDLERS: Readonly<Record<string, Bundle>> = {
  // Loaded when asked for: every worker reads this file, and each of them is large.
  'Vite 8': async (app) => {
    const { build } = await import('vite');
    const warnings: string[] = [];
    await build(viteOptions(app, warnings));
    return warnings;
  },
  'Vite 7': async (app) => {
    const { build } = await import('vite7');
    const warnings: string[] = [];
    await build(viteOptions(app, warnings));
    return warnings;
  },
  esbuild: async (app) => {
    const { build } = await import('esbuild');
    const { warnings } = await build({
      entryPoints: [join(app, 'main.js')],
      outdir: join(app, 'out'),
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'silent',
    });
    return warnings.map(({ text }) => text);
  },
  webpack: async (app) => {
    const { default: webpack } = await import('webpack');
    const compiler = webpack({
      mode: 'production',
      context: app,
      entry: './main.js',
      output: { path: join(app, 'out'), publicPath: '/' },
      // Its minifier takes three times as long as all the rest; the others show that minified it works.
      optimization: { minimize: false },
    });
    return new Promise((done, fail) => {
      compiler?.run((error, stats) => {
        const { errors = [], warnings = [] } =
          stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
        compiler.close(() => (error ? fail(error) : done([...errors, ...warnings].map(messageOf))));
      });
    });
  },
  Rollup: async (app) => {
    const [{ rollup }, { nodeResolve }] = await Promise.all([
      import('rollup'),
      import('@rollup/plugin-node-resolve'),
    ]);
    const warnings: string[] = [];
    const bundle = await rollup({
      input: join(app, 'main.js'),
      plugins: [nodeResolve({ browser: true })],
      onwarn: ({ message }) => void warnings.push(message),
    });
    await bundle.write({ dir: join(app, 'out'), format: 'es' });
    await bundle.close();
    return warnings;
  },
};
