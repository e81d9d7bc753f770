// Everything that a page has asked for and keeps, whoever it belongs to, by the moment it was seen at.
import type { BrowserContext, Page } from 'playwright';
import { isStopped } from '../testing/hear/stopped.ts';
import { ASKED, type GoogleState, readGoogle } from './google.ts';

export const MOMENTS = ['before the choice', 'after no', 'after yes', 'after withdrawal'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Inventory {
  readonly moment: Moment;
  /** Host → how many requests since the moment before. */
  readonly requests: Readonly<Record<string, number>>;
  /** `name` at whose host, as the browser keeps it. */
  readonly cookies: readonly { readonly name: string; readonly domain: string }[];
  readonly localStorage: readonly string[];
  readonly sessionStorage: readonly string[];
  readonly indexedDB: readonly string[];
  /** `null` where no tag of Google runs. */
  readonly google: GoogleState | null;
}

/** Runs in the page. A store that is refused is empty. */
async function readStores() {
  const keysOf = (read: () => Storage): string[] => {
    try {
      return Object.keys(read());
    } catch {
      return [];
    }
  };
  const databases = await indexedDB.databases().catch(() => []);
  return {
    localStorage: keysOf(() => localStorage),
    sessionStorage: keysOf(() => sessionStorage),
    indexedDB: databases.map(({ name = '' }) => name),
  };
}

/** Counts from now on; what it returns takes stock, and counts anew. */
export function startInventory(
  context: BrowserContext,
): (page: Page, moment: Moment) => Promise<Inventory> {
  let requests: Record<string, number> = {};
  context.on('request', (request) => {
    const { host } = new URL(request.url());
    if (host) requests[host] = (requests[host] ?? 0) + 1;
  });
  context.on('requestfailed', (request) => {
    const { host } = new URL(request.url());
    const before = requests[host] ?? 0;
    if (!isStopped(request) || before === 0) return;
    requests[host] = before - 1;
    if (before === 1) delete requests[host];
  });
  return async (page, moment) => {
    const counted = requests;
    requests = {};
    const cookies = await context.cookies();
    return {
      moment,
      requests: counted,
      cookies: cookies.map(({ name, domain }) => ({ name, domain })),
      ...(await page.evaluate(readStores)),
      google: await page.evaluate(readGoogle, ASKED),
    };
  };
}
