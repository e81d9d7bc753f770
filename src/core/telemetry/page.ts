// What a view of a page says: the facts behind each attribute.
import type { PurposeTerms } from '../policy/policy.ts';
import type { VisitAttributes } from './attributes.ts';
import type { VisitFacts } from './outside.ts';
import { parseUserAgent } from './user-agent.ts';

const parametersOf = (search: string) => search.replace(/^\?/, '').split('&').filter(Boolean);

/** Path without query and fragment, except the query parameters the policy lists (contract 7). */
function pathOf(url: string, keep: readonly string[]): string {
  const [, path = '/', search = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)(\?[^#]*)?/i.exec(url) ?? [];
  const kept = parametersOf(search).filter((pair) => keep.includes(pair.split('=')[0] ?? ''));
  return (path || '/') + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

const hostOf = (url: string) =>
  /^[a-z]+:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? '';

/** Which page it is. */
export const placeOf = (
  { url }: VisitFacts,
  { queryParameters = [] }: PurposeTerms,
): VisitAttributes => ({
  'url.domain': hostOf(url),
  'url.path': pathOf(url, queryParameters),
});

/** By what it is seen, in which language, and from where. */
export function visitorOf({ userAgent, language, referrer }: VisitFacts): VisitAttributes {
  const agent = parseUserAgent(userAgent);
  return {
    'user_agent.name': agent.name,
    'user_agent.version': agent.version,
    'user_agent.os.name': agent.osName,
    'user_agent.os.version': agent.osVersion,
    'browser.language': language,
    's9.referrer.domain': hostOf(referrer),
  };
}
