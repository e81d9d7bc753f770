// What a page view says: its attributes, and the data item each of them needs before it is sent.
import type { PolicyTerms } from '../policy/policy.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { VisitFacts } from './outside.ts';
import { parseUserAgent } from './user-agent.ts';

/** Attribute → data item that must be declared under the granted purpose. */
const NEEDS: Readonly<Record<string, string>> = {
  'url.domain': 'domain',
  'url.path': 'page',
  'user_agent.name': 'browser',
  'user_agent.version': 'browser',
  'user_agent.os.name': 'os',
  'user_agent.os.version': 'os',
  'browser.language': 'language',
  's9.referrer.domain': 'referrer',
};

const parametersOf = (search: string) => search.replace(/^\?/, '').split('&').filter(Boolean);

/** Path without query and fragment, except the query parameters the policy lists (contract 7). */
function pathOf(url: string, keep: readonly string[]): string {
  const [, path = '/', search = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  const kept = parametersOf(search).filter((pair) => keep.includes(pair.split('=')[0] ?? ''));
  return (path || '/') + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

const hostOf = (url: string) =>
  /^[a-z]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? '';

/** The attributes of a page view that the policy declares; empty values are left out. */
export function pageViewAttributes(facts: VisitFacts, policy: PolicyTerms): Record<string, string> {
  const purpose = policy.purposes.find(({ id }) => id === TELEMETRY_PURPOSE);
  const agent = parseUserAgent(facts.userAgent);
  const values: Record<string, string> = {
    'url.domain': hostOf(facts.url),
    'url.path': pathOf(facts.url, purpose?.queryParameters ?? []),
    'user_agent.name': agent.name,
    'user_agent.version': agent.version,
    'user_agent.os.name': agent.osName,
    'user_agent.os.version': agent.osVersion,
    'browser.language': facts.language,
    's9.referrer.domain': hostOf(facts.referrer),
  };
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value && purpose?.data.includes(NEEDS[name] ?? ''),
    ),
  );
}
