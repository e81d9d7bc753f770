// One configuration for dev, build, preview and tests.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { bakedModules } from './build/baked.ts';
import { environmentsOf, writeIntegrity } from './build/environments.ts';
import { buildOrder, FILES } from './build/files.ts';
import { FRAMEWORKS } from './build/frameworks.mjs';
import { lentModules } from './build/lent.ts';
import { writeLocales } from './build/locales.ts';
import { minified } from './build/minify.ts';
import { writeSnippet } from './build/snippet.ts';
import { studioServer } from './build/studio-server.ts';
import { writeThemes } from './build/themes.ts';
import { thirdParty } from './build/third-party.ts';
import { widgetFiles } from './build/widget-server.ts';
import { demoServer } from './demo/server/plugin.ts';
import { findChromiumShell } from './scripts/browsers.mjs';
import { catalogue } from './src/policies/services/catalogue.ts';
import { social9 } from './src/policies/social9/policy.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const path = (relative: string) => join(root, relative);
/** What Customers copy; what the package brings; the sample site. */
const [tagFolder, npmFolder, demoFolder] = [path('dist/tag'), path('dist/npm'), path('dist/demo')];
const notices = thirdParty(root, tagFolder);

export default defineConfig({
  root: path('demo'),
  publicDir: false,
  plugins: [
    bakedModules(root, tagFolder, FILES),
    lentModules(root, FILES),
    minified(Object.keys(FILES)),
    notices.plugin,
    widgetFiles(tagFolder),
    studioServer({ folder: tagFolder }),
    demoServer(),
  ],
  build: {
    outDir: demoFolder,
    // Read from here only; per environment they are ignored without a word. Fallbacks for older browsers stand in
    // the sheets; a transformer would add what nobody needs.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  environments: {
    ...environmentsOf(FILES, root, tagFolder),
    npm: {
      // Whoever bundles the package brings a loader of their own: as for a browser, Vite would add its own.
      consumer: 'server',
      build: {
        outDir: npmFolder,
        emptyOutDir: false,
        copyPublicDir: false,
        target: 'es2022',
        minify: false,
        sourcemap: true,
        lib: {
          entry: {
            index: path('src/index.ts'),
            receiver: path('receiver/index.ts'),
            testing: path('testing/index.ts'),
            verify: path('src/verify.ts'),
            ...Object.fromEntries(
              FRAMEWORKS.map((name) => [name, path(`frameworks/${name}.ts`)] as const),
            ),
            csp: path('src/csp.ts'),
            // For the command alone.
            audit: path('audit/index.ts'),
          },
          formats: ['es'],
        },
        rolldownOptions: {
          // An entry is no place for what chunks need of each other: it exports what it says.
          preserveEntrySignatures: 'strict',
          external: [
            /^(preact|react|vue|svelte|@angular\/core)/,
            /^@clickhouse/,
            'idb-keyval',
            'playwright',
            /^node:/,
          ],
          output: { chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    client: {
      build: {
        outDir: demoFolder,
        emptyOutDir: false,
        rolldownOptions: {
          input: ['index', 'second', 'privacy', 'stats', 'studio'].map((name) =>
            path(`demo/${name}.html`),
          ),
        },
      },
    },
  },
  builder: {
    sharedPlugins: true,
    async buildApp(builder) {
      rmSync(path('dist'), { recursive: true, force: true });
      // Before the file that has their hashes.
      const locales = writeLocales(root, tagFolder);
      for (const name of [...buildOrder(FILES), 'npm', 'client']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
      // Whose it is stands with each site: nobody's name would be refused as one.
      const data = { 'social9.json': { ...social9, controller: {} }, 'services.json': catalogue };
      for (const [name, content] of Object.entries(data)) {
        writeFileSync(join(tagFolder, name), `${JSON.stringify(content, null, 2)}\n`);
      }
      const themes = writeThemes(tagFolder);
      notices.write();
      writeIntegrity(FILES, tagFolder, [...Object.keys(data), ...themes, ...locales]);
      writeSnippet(tagFolder);
    },
  },
  test: {
    // A slow machine is not a broken promise.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'rules',
          // Rules keep nothing outside of objects: a file that another one disturbs is a fault. And it takes half the time.
          isolate: false,
          include: [
            'src/**/*.test.ts',
            'testing/**/*.test.ts',
            'frameworks/**/*.test.ts',
            'receiver/**/*.test.ts',
            'audit/**/*.test.ts',
            'conformance/**/*.test.ts',
            'demo/**/*.test.ts',
            'guards/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.*', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        root,
        // Found while tests run, they would have the page loaded anew.
        optimizeDeps: { include: ['fast-check', 'preact/jsx-runtime'] },
        test: {
          name: 'adapters',
          include: ['{src,frameworks}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            connectTimeout: 300_000,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromiumShell() ?? 'chromium' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
