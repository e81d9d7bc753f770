// End-to-end tests: the built files in three engines, from outside.
import { defineConfig } from 'playwright/test';
import { findChromiumShell, findFirefox, findWebKit } from './scripts/browsers.mjs';

const chromium = findChromiumShell();
const firefox = findFirefox();

/** What a window does for people and not for its page, which is half of what a test in Firefox costs. */
const BARE = {
  // A process for the next page, which a test mostly does not open.
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  'browser.sessionstore.interval': 3_600_000,
  'browser.sessionstore.max_windows_undo': 0,
  'browser.backup.enabled': false,
  'browser.ml.enable': false,
  'browser.newtabpage.activity-stream.testing.shouldInitializeFeeds': false,
  'browser.topsites.contile.enabled': false,
  'browser.translations.enable': false,
  'extensions.formautofill.addresses.enabled': false,
  'extensions.formautofill.creditCards.enabled': false,
  'network.captive-portal-service.enabled': false,
  'screenshots.browser.component.enabled': false,
  'services.settings.server': 'data:,',
};

const stockFirefox = (firefoxUserPrefs: Record<string, boolean | number>) => ({
  browserName: 'firefox' as const,
  ...(firefox?.channel ? { channel: firefox.channel } : {}),
  launchOptions: {
    ...(firefox ? { executablePath: firefox.executablePath } : {}),
    firefoxUserPrefs: { ...BARE, ...firefoxUserPrefs },
  },
});

const ONE_ENGINE = ['**/*.webkit.spec.ts', '**/*.signal.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A test waits as long as it works, for what has to rest: four of them keep two cores busy.
  workers: 4,
  // A slow machine is not a broken promise, and patience costs nothing where all is well.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  use: { video: 'off', trace: 'off', screenshot: 'off' },
  // Each engine keeps to workers of its own from the first test on: to start another takes as long as five tests.
  projects: [
    ...(firefox
      ? [
          {
            name: 'firefox',
            // Two, for one would still be busy when all others have ended.
            workers: 2,
            testIgnore: ONE_ENGINE,
            grep: /@engine/,
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
            workers: 1,
            testMatch: '**/*.signal.spec.ts',
            use: stockFirefox({ 'privacy.globalprivacycontrol.enabled': true }),
          },
        ]
      : []),
    ...(findWebKit() ? [{ name: 'webkit', workers: 1, testMatch: '**/*.webkit.spec.ts' }] : []),
    {
      name: 'chromium',
      testIgnore: ONE_ENGINE,
      use: {
        browserName: 'chromium',
        launchOptions: chromium ? { executablePath: chromium } : {},
      },
    },
  ],
});
