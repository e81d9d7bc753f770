// Opens a page as a visitor who has not answered, says no, says yes, and takes it back; tells all that went wrong.
import { declaredIn } from '../src/core/csp/declared.ts';
import { cspFor } from '../src/csp.ts';
import { catalogue, withCatalogue } from '../src/policies/services/catalogue.ts';
import { social9 } from '../src/policies/social9/policy.ts';
import { openBrowser } from './browser.ts';
import { type Finding, findingsIn, googleFindings } from './findings.ts';
import type { Inventory } from './inventory.ts';
import type { PageSettings } from './settings.ts';
import { type Suggestion, suggestFor, undeclaredIn } from './suggest.ts';
import { type VisitOptions, visit } from './visit.ts';
import { wordsOf } from './words.ts';

export interface AuditOptions extends VisitOptions {
  /** Path of a Chromium, Chrome or Edge. Default: Playwright's own, else an installed one. */
  readonly browser?: string | undefined;
}

export interface Audit {
  readonly url: string;
  readonly findings: readonly Finding[];
  readonly inventories: readonly Inventory[];
  /** What the policy lacks. */
  readonly suggestion: Suggestion;
  /** The closed policy for this page, as a header's value; `null` where the page's policy has a fault. */
  readonly csp: string | null;
}

function cspOf(
  { policy, endpoint, proofEndpoint, folder }: PageSettings,
  url: string,
  own: readonly string[],
) {
  const origin = folder && new URL(folder).origin;
  const widget = origin && origin !== new URL(url).origin ? [origin] : [];
  try {
    return cspFor(policy, [], {
      endpoint,
      proofEndpoint,
      own: [...widget, ...own.filter((each) => !each.startsWith('/'))],
    });
  } catch {
    return null;
  }
}

function declaredHosts(policy: unknown): string[] {
  const named = { ...social9, controller: { name: 'The site' } };
  try {
    const { services } = declaredIn(policy, { policy: named, withCatalogue });
    return services.flatMap(({ hosts }) => hosts);
  } catch {
    return [];
  }
}

/** @throws Error that says why nothing could be found: no browser, no such site, no widget, no control. */
export async function audit(url: string, options: AuditOptions = {}): Promise<Audit> {
  const browser = await openBrowser(options.browser);
  try {
    const no = await visit(browser, url, ['reject'], options);
    const yes = await visit(browser, url, ['accept', 'withdraw'], options);
    const inventories = [...no.inventories, ...yes.inventories.slice(1)];
    const findings = [
      ...findingsIn([...no.leaks, ...yes.leaks], no.settings, url),
      ...googleFindings(inventories),
    ];
    const declared = declaredHosts(no.settings.policy);
    const hosts = undeclaredIn(findings, new URL(url).host, declared);
    return {
      url,
      findings,
      inventories,
      suggestion: suggestFor(hosts, catalogue),
      csp: cspOf(no.settings, url, options.own ?? []),
    };
  } finally {
    await browser.close();
  }
}

export { wordsOf };
