// The shared fixture: a world to visit, and a verdict on every test about what may never happen.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test as base, type Page } from 'playwright/test';
import { forgiveDriver } from './driver-fault.ts';
import { expect } from './expect.ts';
import { type Expected, type FactKind, faultsOf, noFacts, unseenIn } from './facts.ts';
import type { Headers } from './host-page.ts';
import { documentOf, type Tag } from './markup.ts';
import { Notice } from './notice.ts';
import type { ConsentState, WithApi } from './public-api.ts';
import { recordsOf, type StoredRecord } from './records.ts';
import { settle, watch } from './watch.ts';
import { startWorld, type World } from './world.ts';

export { settings } from './markup.ts';
export { expect };

forgiveDriver();

export interface VisitOptions {
  /** Path and query the page stands at; `/` when absent. */
  readonly at?: string;
  readonly headers?: Headers;
  readonly tag?: Tag;
  /** Another page of the same browser, such as a second tab. */
  readonly page?: Page;
}

export interface Law {
  /** This must be seen, or the test fails. */
  expectConsole(pattern: RegExp): void;
  expectPageError(pattern: RegExp): void;
  expectCspReport(pattern: RegExp): void;
  expectEarly(pattern: RegExp): void;
  /** This may be seen: not every engine reports it. */
  allow(kind: FactKind, pattern: RegExp): void;
  /** A person is about to say yes by other means than the notice. */
  aboutToGrant(): void;
}

interface Fixtures {
  world: World;
  /** Opens markup written in the spec, or a file of its folder (`page.html` when absent). */
  visit: (what?: string, options?: VisitOptions) => Promise<void>;
  notice: Notice;
  noticeOn: (page: Page) => Notice;
  records: (page?: Page) => Promise<StoredRecord[]>;
  law: Law;
  /** `state` of the API, once `ready`. */
  state: () => Promise<ConsentState>;
  /** What scripts of the page and the third party have run, in order. */
  ran: () => Promise<string[]>;
  /** What of all this no test may let pass, so far. */
  faults: () => Promise<string[]>;
  bench: { world: World; law: Law; faults: () => Promise<string[]> };
}

const ranOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...((globalThis as { ran?: string[] }).ran ?? [])]);

/** Playwright's driver of Firefox trips over a frame that goes away while its page is on the way. */
async function framesArrived(page: Page): Promise<void> {
  const arrived = () =>
    Array.from(document.querySelectorAll<HTMLIFrameElement>('iframe[src]')).every(
      ({ contentDocument }) => contentDocument?.URL !== 'about:blank',
    );
  // One that a test holds back never arrives.
  await page.waitForFunction(arrived, null, { timeout: 1000 }).catch(() => undefined);
}

/** Waits for a tag that comes late, too. */
async function stateOn(page: Page): Promise<ConsentState> {
  await page.waitForFunction(() => (globalThis as Partial<WithApi>).social9?.consent);
  return page.evaluate(async () => {
    const { consent } = (globalThis as unknown as WithApi).social9;
    await consent.ready;
    return consent.state;
  });
}

export const test = base.extend<Fixtures>({
  bench: [
    async ({ context }, use, info) => {
      const facts = noFacts();
      const expected: Expected[] = [];
      let mayLeave = false;
      const tooEarly = (what: string): void => {
        if (!mayLeave) facts.early.push(what);
      };
      const world = await startWorld(dirname(info.file), tooEarly);
      const known = [world.host, world.widget, world.thirdParty, world.receiver];
      await watch(context, facts, (url) => {
        const foreign = /^https?:/.test(url) && !known.some(({ origin }) => url.startsWith(origin));
        if (foreign) tooEarly(`somebody else was asked: ${url}`);
      });
      const expecting = (kind: FactKind, required: boolean) => (pattern: RegExp) => {
        expected.push({ kind, pattern, required });
      };
      const law: Law = {
        expectConsole: expecting('consoleErrors', true),
        expectPageError: expecting('pageErrors', true),
        expectCspReport: expecting('cspReports', true),
        expectEarly: expecting('early', true),
        allow: (kind, pattern) => expecting(kind, false)(pattern),
        aboutToGrant: () => {
          mayLeave = true;
        },
      };
      const faults = async () => {
        await settle(context.pages());
        return faultsOf(facts, expected);
      };
      await use({ world, law, faults });
      // What has to be seen may still be on its way.
      const hasSeenAll = () => unseenIn(facts, expected).length === 0;
      if (info.errors.length === 0) {
        await expect
          .poll(hasSeenAll)
          .toBe(true)
          .catch(() => undefined);
      }
      // Before the servers go: a file cut off by that is nobody's fault.
      const left = await faults();
      await world.close();
      expect(left, 'what no test may let pass').toEqual([]);
    },
    { auto: true },
  ],
  world: ({ bench }, use) => use(bench.world),
  law: ({ bench }, use) => use(bench.law),
  faults: ({ bench }, use) => use(bench.faults),
  noticeOn: ({ law }, use) => use((page) => new Notice(page, law.aboutToGrant)),
  notice: ({ page, noticeOn }, use) => use(noticeOn(page)),
  records: ({ page }, use) => use((other = page) => recordsOf(other)),
  state: ({ page }, use) => use(() => stateOn(page)),
  ran: ({ page }, use) => use(() => ranOn(page)),
  visit: ({ page, world }, use, info) =>
    use(async (what = 'page.html', { at = '/', headers, tag, page: other = page } = {}) => {
      const markup = what.includes('<')
        ? what
        : await readFile(join(dirname(info.file), what), 'utf8');
      world.host.put(new URL(at, world.host.origin).pathname, documentOf(markup, tag), headers);
      await framesArrived(other);
      await other.goto(world.host.origin + at);
    }),
});
