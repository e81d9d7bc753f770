// What was seen of all visits, each fault once: who was spoken to or what was kept, and at which moments.
import type { Leak } from '../testing/judge/leak.ts';
import type { Inventory, Moment } from './inventory.ts';
import type { PageSettings } from './settings.ts';

export interface Finding {
  /** As a leak's, or `google`. */
  readonly kind: Leak['kind'] | 'google';
  /** One sentence. */
  readonly what: string;
  /** Without query and fragment. */
  readonly url: string;
  readonly host: string;
  /** Element, script and line, as far as the browser tells. */
  readonly by: string | null;
  readonly when: readonly string[];
  readonly advice: string;
}

/** As the inventories say it. */
const MOMENT_OF: Readonly<Record<string, Moment>> = {
  'after accept': 'after yes',
  'after reject': 'after no',
};

/** What tests call an option the command does too, by another name. */
const asOption = (advice: string): string =>
  advice.replaceAll('allowStored', '--allow-stored').replace(/\bin allow$/, 'by --own');

const bare = (url: string): string => url.replace(/[?#].*$/, '');

/** Proofs of a no go out too, and are meant to. */
const isProof = (leak: Leak, { proofEndpoint }: PageSettings, page: string): boolean =>
  proofEndpoint !== undefined && bare(leak.url) === bare(new URL(proofEndpoint, page).href);

export function findingsIn(
  leaks: readonly Leak[],
  settings: PageSettings,
  page: string,
): Finding[] {
  const found = new Map<string, Finding>();
  for (const leak of leaks.filter((each) => !isProof(each, settings, page))) {
    const { kind, what, host, by, when, advice } = leak;
    const url = bare(leak.url);
    const key = JSON.stringify([kind, url, what]);
    const known = found.get(key);
    const moments = [...new Set([...(known?.when ?? []), MOMENT_OF[when] ?? when])];
    found.set(key, {
      kind,
      what,
      url,
      host,
      by: known?.by ?? by,
      when: moments,
      advice: known?.advice ?? asOption(advice),
    });
  }
  return [...found.values()];
}

/** What Google's tags were told where nothing was granted. */
export function googleFindings(inventories: readonly Inventory[]): Finding[] {
  const silent = inventories.filter(({ moment, google }) => google && moment !== 'after yes');
  const granted = new Map<string, string[]>();
  for (const { moment, google } of silent) {
    for (const [key, state] of Object.entries(google ?? {})) {
      const moments = granted.get(key) ?? [];
      if (state === 'granted' && !moments.includes(moment)) granted.set(key, [...moments, moment]);
    }
  }
  return [...granted].map(([key, when]) => ({
    kind: 'google',
    what: `Google’s tags take ${key} for granted`,
    url: '',
    host: 'Google',
    by: null,
    when,
    advice: 'have them told denied before they load, and granted after the yes alone',
  }));
}
