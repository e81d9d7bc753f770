// Which marked elements do not do what they are marked for: the leak watch's rule for markup, and its report.
import type { PolicyTerms } from '../policy/policy.ts';
import { servicesOf } from './hosts.ts';
import { aligned } from './leak-table.ts';

/** An address that a marked element carries, or that stands in a marked template. */
export interface MarkedAddress {
  /** Without query and fragment. */
  readonly url: string;
  /** In normal form (hosts.ts). */
  readonly host: string;
  /** It stands in a template where an engine fetches it while the page is parsed. */
  readonly isLive: boolean;
}

/** `undeclared`: no service of the policy names the host. `live`: it is asked before any choice. */
export type MarkupFault = 'undeclared' | 'live';

/** What is wrong with one; nothing with an address of the site itself. */
export function markupFaultsOf(
  { host, isLive }: MarkedAddress,
  policy: PolicyTerms,
  ownHosts: readonly string[],
): MarkupFault[] {
  if (ownHosts.includes(host)) return [];
  const isDeclared = servicesOf(policy, [host]).length > 0;
  return [...(isLive ? ['live' as const] : []), ...(isDeclared ? [] : ['undeclared' as const])];
}

/** A fault, and the element as a selector. */
export interface MarkupRow {
  readonly url: string;
  readonly reason: MarkupFault;
  readonly element: string;
}

const TO_DO: Readonly<Record<MarkupFault, string>> = {
  undeclared: 'no service of the policy names this host: name it in the hosts of one',
  live: 'live in a template, where Firefox fetches it before any choice: hold it there too',
};

export function markupTable(rows: readonly MarkupRow[]): string {
  const cells = rows.map(({ element, url, reason }) => [element, url, TO_DO[reason]]);
  const table = aligned([['marked', 'address', 'what to do'], ...cells]);
  return `Social9 Consent, leak watch: marked, and yet not as it should be\n${table}`;
}
