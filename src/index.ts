// The npm package: the same widget for pages that bundle their scripts. Safe to import on a server.
import type { Consent } from './core/api.ts';
import { start } from './start.ts';

export type { Consent } from './core/api.ts';
export type { ConsentRecord } from './core/choice.ts';
export type { Policy } from './core/policy.ts';
export type { KantaraReceipt } from './core/receipt/kantara.ts';
export type { Receipt } from './core/receipt/receipt.ts';
export type { Erased, Exported, LedgerEntry } from './core/rights.ts';
export type { Settings } from './core/settings.ts';
export type { ConsentState } from './core/state.ts';

let running: Consent | undefined;

/**
 * Starts the widget; a second call returns the first one's object.
 *
 * @param settings the same shape as `data-s9-config` in the page; unknown until checked.
 * @throws TypeError when there is no document: call it in the browser only.
 */
export function createConsent(settings: object = {}): Consent {
  if (typeof document === 'undefined') {
    throw new TypeError('createConsent(): expected to be called in a browser');
  }
  const consent: Consent = (running ??= start(
    { scalars: {}, data: settings },
    {
      loadAsk: async (root, host) => {
        const { createAsk } = await import('./ui/ask.tsx');
        return createAsk(root, host, async () => {
          const { panelWith } = await import('./ui/panel.tsx');
          return panelWith(async () => {
            const { dataWith } = await import('./ui/data.tsx');
            return dataWith(consent);
          });
        });
      },
      loadAfter: async () => {
        const { withRights } = await import('./browser/with-rights.ts');
        return withRights(async () => (await import('./browser/rights.ts')).createRights);
      },
      loadSettle: async () => {
        const { settle } = await import('./browser/settle.ts');
        return (given, terms) =>
          settle(given, terms, async () => (await import('./browser/leak-watch.ts')).watchLeaks);
      },
    },
  ));
  return consent;
}
