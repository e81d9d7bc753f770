// End-to-end tests: the built files in three engines, from outside.
import { defineConfig } from 'playwright/test';
import { findChromiumShell, findFirefox, findWebKit } from './scripts/browsers.mjs';

const chromium = findChromiumShell();
const firefox = findFirefox();

const stockFirefox = (firefoxUserPrefs: Record<string, boolean | number>) => ({
  browserName: 'firefox' as const,
  ...(firefox?.channel ? { channel: firefox.channel } : {}),
  launchOptions: {
    ...(firefox ? { executablePath: firefox.executablePath } : {}),
    firefoxUserPrefs,
  },
});

const ONE_ENGINE = ['**/*.webkit.spec.ts', '**/*.signal.spec.ts'];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'node_modules/.cache/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A test waits as long as it works, for what has to rest: three of them keep two cores busy.
  workers: 3,
  // A slow machine is not a broken promise, and patience costs nothing where all is well.
  timeout: 180_000,
  expect: { timeout: 60_000 },
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
            testMatch: '**/*.signal.spec.ts',
            use: stockFirefox({ 'privacy.globalprivacycontrol.enabled': true }),
          },
        ]
      : []),
    ...(findWebKit() ? [{ name: 'webkit', testMatch: '**/*.webkit.spec.ts' }] : []),
  ],
});
