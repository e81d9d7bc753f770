// Watches every page of a browser context for what no page with the widget may do.
import type { BrowserContext, Page } from 'playwright/test';
import type { Facts } from './facts.ts';
import { keepRest } from './rest.ts';
import { slowDown } from './slowness.ts';

const REPORT = '__s9CspReport';

/** Firefox gives as page errors what others write to the console. */
const TOLD_BY_FIREFOX: readonly (readonly [RegExp, keyof Facts])[] = [
  [/^Content-Security-Policy/, 'cspReports'],
  [/^Cross-Origin Request Blocked|integrity/, 'consoleErrors'],
];

/** Runs in the page. Reports are taken from the document, where those of shadow trees arrive too. */
function tellReports(name: string): void {
  const tell = (window as unknown as Record<string, (text: string) => unknown>)[name];
  document.addEventListener('securitypolicyviolation', (event) => {
    void tell?.(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`.trim());
  });
}

export async function watch(
  context: BrowserContext,
  facts: Facts,
  onRequest: (url: string) => void,
): Promise<void> {
  await context.exposeBinding(REPORT, (_source, text: string) => {
    facts.cspReports.push(text);
  });
  await context.addInitScript(tellReports, REPORT);
  await context.addInitScript(keepRest);
  await slowDown(context);
  context.on('request', (request) => onRequest(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') {
      facts.consoleErrors.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (fault) => {
    const { name, message, stack } = fault.error();
    const [, kind] = TOLD_BY_FIREFOX.find(([how]) => how.test(`${name}: ${message}`)) ?? [];
    facts[kind ?? 'pageErrors'].push(stack || `${name}: ${message}`);
  });
}

/** Messages still on their way from a page have arrived once it answers. */
export async function settle(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.evaluate(() => 0).catch(() => 0)));
}
