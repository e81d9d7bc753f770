// End-to-end tests: the built files in three engines, from outside.
import { defineConfig } from 'playwright/test';
import { findChromium, findFirefox, findWebKit } from './scripts/browsers.mjs';

const chromium = findChromium();
const firefox = findFirefox();

const stockFirefox = (firefoxUserPrefs: Record<string, boolean | number>) => ({
  browserName: 'firefox' as const,
  ...(firefox?.channel ? { channel: firefox.channel } : {}),
  launchOptions: {
    ...(firefox ? { executablePath: firefox.executablePath } : {}),
    firefoxUserPrefs,
  },
});

/** Rules of ours that no engine can make other than they are, and leaks made on purpose: seen once is enough. */
const ONCE = [
  '**/a-faulty-setting-never-grants/*',
  '**/a-proof-reaches-its-receiver/no-more-*',
  '**/an-id-lives-thirteen-months/*',
  '**/only-what-changed-is-asked-again/*',
  '**/settings-come-in-one-shape-and-later-wins/*',
  '**/the-server-can-be-told-the-choice/*',
  '**/support/world*',
  '**/testing-helper/a-contact-*',
  '**/testing-helper/a-page-with-*',
  '**/testing-helper/the-helper-is-exact*',
  '**/testing-helper/what-is-kept-*',
];

const ONE_ENGINE = ['**/*.webkit.spec.ts', '**/*.signal.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // A slow machine is not a broken promise: a busy engine can need most of a minute for a long one.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { video: 'off', trace: 'off', screenshot: 'off' },
  projects: [
    {
      name: 'chromium',
      testIgnore: ONE_ENGINE,
      use: {
        browserName: 'chromium',
        launchOptions: chromium ? { executablePath: chromium } : {},
      },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testIgnore: [...ONE_ENGINE, ...ONCE],
            grepInvert: /@chromium/,
            use: stockFirefox({
              // Its remote control cannot go back to a page in the back-forward cache,
              'browser.sessionhistory.max_total_viewers': 0,
              // and its visits count as gestures; specs wait for their end.
              'dom.user_activation.transient.timeout': 1000,
            }),
          },
          // The one engine here with a real switch for Global Privacy Control.
          {
            name: 'firefox-signal',
            testMatch: '**/*.signal.spec.ts',
            use: stockFirefox({ 'privacy.globalprivacycontrol.enabled': true }),
          },
        ]
      : []),
    ...(findWebKit() ? [{ name: 'webkit', testMatch: '**/*.webkit.spec.ts' }] : []),
  ],
});
