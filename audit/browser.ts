// A browser to look through: the one that is named, Playwright's own, or one that is installed.
import type { Browser, BrowserType } from 'playwright';

/** Installed ones, by the names that Playwright knows them by. */
const CHANNELS = ['chrome', 'msedge', 'chromium'];

async function playwrightChromium(): Promise<BrowserType> {
  try {
    return (await import('playwright')).chromium;
  } catch (error) {
    throw new Error(
      'playwright is not here: expected `npm install playwright` beside this package',
      {
        cause: error,
      },
    );
  }
}

/**
 * @param executablePath of a Chromium, Chrome or Edge. Default: Playwright's own, else an installed one.
 * @throws Error that says what is missing and what to do about it.
 */
export async function openBrowser(executablePath?: string): Promise<Browser> {
  const chromium = await playwrightChromium();
  if (executablePath !== undefined) {
    return chromium.launch({ executablePath }).catch((error: Error) => {
      const [reason = ''] = error.message.split('\n');
      throw new Error(
        `--browser: expected a Chromium that starts, not ${executablePath}: ${reason}`,
      );
    });
  }
  for (const channel of [undefined, ...CHANNELS]) {
    const browser = await chromium.launch(channel ? { channel } : {}).catch(() => null);
    if (browser) return browser;
  }
  throw new Error(
    'no browser found: expected Chromium, Chrome or Edge; `npx playwright install chromium` brings one, --browser names one',
  );
}
