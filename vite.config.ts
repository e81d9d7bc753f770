// One configuration for dev, build, preview and tests.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import type { EnvironmentOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { bakedAssets, integrityOf } from './build/assets.ts';
import { INTERNAL_NAMES } from './build/internal-names.ts';
import { widgetFiles } from './build/serve.ts';
import { demoServer } from './demo/server/plugin.ts';
import { findChromium } from './scripts/browsers.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const path = (relative: string) => `${root}${relative}`;
const dist = path('dist');

/** Widget files, in the order they are built: each bakes in the hash of the one before. */
const WIDGET_FILES = {
  data: 's9-consent-data.js',
  panel: 's9-consent-panel.js',
  ui: 's9-consent-ui.js',
  rights: 's9-consent-rights.js',
  after: 's9-consent-after.js',
  watch: 's9-consent-watch.js',
  check: 's9-consent-check.js',
  tag: 's9-consent.js',
} as const;

const INTERNAL = new RegExp(`^(${INTERNAL_NAMES.join('|')})$`);

const shared = {
  copyPublicDir: false,
  emptyOutDir: false,
  outDir: dist,
  target: 'es2022',
} as const;

/** The first layer's Preact, which files that come later are lent. */
const LENT_PREACT = {
  preact: 'document.currentScript.given',
  'preact/jsx-runtime': 'document.currentScript.given',
};

/** A classic script, complete in itself. */
function script(
  entry: string,
  file: string,
  globals: Record<string, string> = {},
): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      ...shared,
      minify: 'terser',
      modulePreload: false,
      lib: { entry: path(entry), formats: ['iife'], name: 's9', fileName: () => file },
      rolldownOptions: {
        external: Object.keys(globals),
        output: { exports: 'none', globals },
      },
    },
  };
}

/** Writes the data files that stand beside the scripts. */
function writeData(): void {
  const policy: unknown = JSON.parse(readFileSync(path('src/policies/social9.json'), 'utf8'));
  writeFileSync(`${dist}/social9.json`, `${JSON.stringify(policy, null, 2)}\n`);
  const hashes = Object.values(WIDGET_FILES).map((file) => [file, integrityOf(`${dist}/${file}`)]);
  writeFileSync(
    `${dist}/integrity.json`,
    `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`,
  );
}

export default defineConfig({
  root: path('demo'),
  publicDir: false,
  plugins: [bakedAssets(root), widgetFiles(dist), demoServer()],
  build: {
    outDir: `${dist}/demo`,
    // Read from here only; per environment they are ignored without a word.
    terserOptions: {
      ecma: 2020,
      // Tried out one by one: brotli likes some code better longer. Safe here: no getter acts, no built-in is replaced on purpose.
      compress: {
        passes: 4,
        comparisons: false,
        pure_getters: true,
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        inline: 1,
        lhs_constants: false,
      },
      // A page in another encoding than UTF-8 reads the files in its own.
      format: { ascii_only: true },
      mangle: { properties: { regex: INTERNAL } },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  environments: {
    data: script('src/ui/data.iife.ts', WIDGET_FILES.data, LENT_PREACT),
    panel: script('src/ui/panel.iife.ts', WIDGET_FILES.panel, LENT_PREACT),
    ui: script('src/ui/notice.iife.ts', WIDGET_FILES.ui),
    rights: script('src/rights.iife.ts', WIDGET_FILES.rights),
    after: script('src/after.iife.ts', WIDGET_FILES.after),
    watch: script('src/watch.iife.ts', WIDGET_FILES.watch),
    check: script('src/check.iife.ts', WIDGET_FILES.check),
    tag: script('src/embed.ts', WIDGET_FILES.tag),
    npm: {
      consumer: 'client',
      build: {
        ...shared,
        minify: false,
        lib: {
          entry: {
            index: path('src/index.ts'),
            testing: path('src/testing/index.ts'),
            verify: path('src/verify.ts'),
          },
          formats: ['es'],
        },
        rolldownOptions: { external: [/^preact/, 'idb-keyval'] },
      },
    },
    client: {
      build: {
        outDir: `${dist}/demo`,
        rolldownOptions: {
          input: ['index', 'second', 'privacy'].map((name) => path(`demo/${name}.html`)),
        },
      },
    },
  },
  builder: {
    sharedPlugins: true,
    async buildApp(builder) {
      rmSync(dist, { recursive: true, force: true });
      for (const name of [
        'data',
        'panel',
        'ui',
        'rights',
        'after',
        'watch',
        'check',
        'tag',
        'npm',
        'client',
      ] as const) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
      writeData();
    },
  },
  test: {
    // A slow machine is not a broken promise.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'rules',
          include: [
            'src/**/*.test.ts',
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
        test: {
          name: 'adapters',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? 'chromium' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
