// One visit with a fresh profile: the page before a choice, and after each answer that a person would give.
import type { Browser, Page } from 'playwright';
import type { Leak } from '../testing/judge/leak.ts';
import { watchConsent } from '../testing/watch-consent.ts';
import { type Inventory, type Moment, startInventory } from './inventory.ts';
import { type PageSettings, settingsOf } from './settings.ts';

export interface VisitOptions {
  /** Further hosts of the site's own, as `allow` of `watchConsent()`. Default: none. */
  readonly own?: readonly string[] | undefined;
  /** Names of cookies and stores that the site cannot do without. Default: none. */
  readonly allowStored?: readonly string[] | undefined;
  /** For a page whose policy is in a bundle. Default: what its tag says. */
  readonly policy?: object | undefined;
  /** How long the widget is waited for, in milliseconds. Default: 15 000. */
  readonly widgetMs?: number | undefined;
}

export interface Visit {
  readonly inventories: readonly Inventory[];
  readonly leaks: readonly Leak[];
  readonly settings: PageSettings;
}

type Answer = 'reject' | 'accept' | 'withdraw';

const AFTER: Readonly<Record<Answer, Moment>> = {
  reject: 'after no',
  accept: 'after yes',
  withdraw: 'after withdrawal',
};

async function open(page: Page, url: string): Promise<void> {
  const response = await page.goto(url).catch((error: Error) => {
    const [reason = ''] = error.message.split('\n');
    throw new Error(`cannot reach ${url}: ${reason.replace(/^page\.goto: /, '')}`);
  });
  const status = response?.status() ?? 200;
  if (status >= 400) throw new Error(`${url} answered ${status}: expected a page`);
}

async function expectWidget(page: Page, timeout: number): Promise<void> {
  const hasWidget = () => 'consent' in ((globalThis as { social9?: object }).social9 ?? {});
  await page.waitForFunction(hasWidget, null, { timeout }).catch(() => {
    throw new Error(
      `no widget at ${page.url()}: expected window.social9.consent within ${timeout / 1000} s`,
    );
  });
}

/** @throws Error that says which of these is not there: the site, the widget, the control to be pressed. */
export async function visit(
  browser: Browser,
  url: string,
  answers: readonly Answer[],
  { own = [], allowStored = [], policy, widgetMs = 15_000 }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const take = startInventory(context);
    const watch = await watchConsent(page, { allow: own, allowStored, ...(policy && { policy }) });
    await open(page, url);
    await expectWidget(page, widgetMs);
    await watch.leaks();
    const settings = await settingsOf(page, policy);
    const inventories = [await take(page, 'before the choice')];
    for (const answer of answers) {
      await watch[answer]();
      await watch.leaks();
      inventories.push(await take(page, AFTER[answer]));
    }
    return { inventories, leaks: await watch.leaks(), settings };
  } finally {
    await context.close();
  }
}
