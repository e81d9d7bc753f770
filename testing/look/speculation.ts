// Addresses that speculation rules let the browser fetch: those listed, and of links where they may be meant.
import { parse } from '../facts/address.ts';
import type { Scan } from './written.ts';

interface Rules {
  readonly urls: string[];
  /** The rules are for links of the page. */
  asksForLinks: boolean;
  /** They name a pattern of the site's own. */
  staysHome: boolean;
}

function isOfSite(pattern: string, { host, base }: Scan): boolean {
  const url = parse(pattern.replaceAll('*', ''), base);
  return !url || !/^https?:$/.test(url.protocol) || url.host === host;
}

/** By member names alone, wherever they stand: rules nest, and their grammar grows. */
function read(value: unknown, key: string, scan: Scan, rules: Rules): void {
  if (typeof value === 'string') {
    if (key === 'urls') rules.urls.push(value);
    if (key === 'href_matches') rules.staysHome ||= isOfSite(value, scan);
  } else if (Array.isArray(value)) {
    for (const item of value) read(item, key, scan, rules);
  } else if (value && typeof value === 'object') {
    for (const [name, item] of Object.entries(value)) {
      rules.asksForLinks ||= name === 'where' || item === 'document';
      read(item, name, scan, rules);
    }
  }
}

/** As written; none for what is no JSON, which browsers leave alone too. */
export function speculatedIn(text: string, scan: Scan): string[] {
  const rules: Rules = { urls: [], asksForLinks: false, staysHome: false };
  try {
    read(JSON.parse(text), '', scan, rules);
  } catch {
    return [];
  }
  const mayBeLinks = rules.asksForLinks && !rules.staysHome;
  return mayBeLinks ? [...rules.urls, ...scan.links] : rules.urls;
}
