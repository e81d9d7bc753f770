// A browser to look through: the one that is named, Playwright's own, or one that is installed.
import type { Browser, BrowserType, LaunchOptions } from 'playwright';
import { installedOn } from './installed.ts';

/** Playwright's own; installed ones, by the names that Playwright knows them by; then those on the path. */
const candidates = (): readonly LaunchOptions[] => [
  {},
  ...['chrome', 'msedge', 'chromium'].map((channel) => ({ channel })),
  ...installedOn(process.env['PATH']).map((executablePath) => ({ executablePath })),
];

const firstLineOf = ({ message }: Error): string => message.split('\n')[0] ?? '';

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
      throw new Error(
        `--browser: expected a Chromium that starts, not ${executablePath}: ${firstLineOf(error)}`,
      );
    });
  }
  const refusals: string[] = [];
  for (const options of candidates()) {
    const browser = await chromium.launch(options).catch((error: Error) => {
      // The others are not there at all, which says nothing.
      if (options.executablePath) refusals.push(`${options.executablePath}: ${firstLineOf(error)}`);
      return null;
    });
    if (browser) return browser;
  }
  throw new Error(
    [
      refusals[0] ? 'no browser starts:' : 'no browser found:',
      'expected Chromium, Chrome or Edge; `npx playwright install chromium` brings one, --browser names one',
    ].join(' ') + refusals.map((refusal) => `\n  ${refusal}`).join(''),
  );
}
