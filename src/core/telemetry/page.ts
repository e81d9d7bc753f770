// What a view of a page says: the facts behind each attribute.
import type { PurposeTerms } from '../policy/policy.ts';
import type { VisitAttributes } from './attributes.ts';
import type { VisitFacts } from './outside.ts';
import { namedPage, pageOf, partsOf } from './path.ts';
import { agentOf, syntheticType } from './user-agent.ts';

/** Longer ones are cut. */
const MAX_PATH = 1024;

/** Path without query and fragment, except the query parameters the policy lists (contract 7). */
function pathOf(url: string, keep: readonly string[], patterns?: readonly string[]): string {
  const [, , query = ''] = partsOf(url);
  const kept = query.split('&').filter((pair) => pair && keep.includes(pair.split('=')[0] ?? ''));
  const path = namedPage(pageOf(url, patterns), patterns);
  return (path + (kept.length > 0 ? `?${kept.join('&')}` : '')).slice(0, MAX_PATH);
}

/** Without a name, a password or a port. */
const hostOf = (url: string) => partsOf(url)[0]?.replace(/^.*@|:\d*$/g, '') ?? '';

/** Which page it is. */
export const placeOf = (
  { url }: VisitFacts,
  { queryParameters = [] }: PurposeTerms,
  patterns?: readonly string[],
): VisitAttributes => ({
  'url.domain': hostOf(url),
  'url.path': pathOf(url, queryParameters, patterns),
});

/** By what it is seen, in which language, and from where. */
export function visitorOf(facts: VisitFacts): VisitAttributes {
  const { userAgent, hints, isDriven = false, language, referrer } = facts;
  const agent = agentOf(userAgent, hints);
  return {
    'user_agent.name': agent.name,
    'user_agent.version': agent.version,
    'user_agent.os.name': agent.osName,
    'user_agent.os.version': agent.osVersion,
    'user_agent.synthetic.type': syntheticType(userAgent, isDriven),
    'browser.language': language,
    's9.referrer.domain': hostOf(referrer),
  };
}
