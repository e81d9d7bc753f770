// A slower machine than this one is, to find what only passes on a fast one: `S9_SLOW=disk:700,network:300,cpu:6`.
import type { BrowserContext, Page } from 'playwright/test';

const given = new Map(
  (process.env['S9_SLOW'] ?? '')
    .split(',')
    .map((each) => each.split(':'))
    .map(([what = '', value]) => [what, Number(value)]),
);

/** The widget's database opens so many milliseconds late. */
const DISK_MS = given.get('disk') ?? 0;
/** A server hears of a request up to so many milliseconds late. */
const NETWORK_MS = given.get('network') ?? 0;
/** Pages run so many times slower, where the engine can be told. */
const CPU = given.get('cpu') ?? 1;

/** Runs in the page before anything else. What a spec asks of the database itself is answered at once. */
function openLate(ms: number): void {
  const { open } = IDBFactory.prototype;
  const later = setTimeout;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    if (!/s9-consent/.test(new Error().stack ?? '')) return request;
    let isLate = false;
    request.addEventListener('success', (event) => {
      if (isLate) return;
      event.stopImmediatePropagation();
      later(() => {
        isLate = true;
        request.dispatchEvent(new Event('success'));
      }, ms);
    });
    return request;
  };
}

const throttle = async (context: BrowserContext, page: Page): Promise<void> => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
};

export async function slowDown(context: BrowserContext): Promise<void> {
  if (DISK_MS > 0) await context.addInitScript(openLate, DISK_MS);
  if (CPU > 1) context.on('page', (page) => void throttle(context, page).catch(() => undefined));
}

export const networkDelay = (): Promise<unknown> | undefined =>
  NETWORK_MS > 0 ? new Promise((done) => setTimeout(done, Math.random() * NETWORK_MS)) : undefined;
