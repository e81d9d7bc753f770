// Whether the value of an attribute is what its name says, and no more than the policy lets it be.
import type { AttributeValue } from '../store.ts';
import type { Kind } from './needs.ts';

/** Characters; browsers, pages and hosts have shorter names. */
export const TEXT_LIMIT = 2048;
/** A page that was read longer than a week was not read. */
const SECONDS_LIMIT = 604_800;
const ID = /^[\w.:-]{1,128}$/;
const DOMAIN = /^(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.?|\[[\da-f:.]+\])$/iu;

/** What the policy lets stand in a path. */
export interface Paths {
  readonly queryParameters: readonly string[];
  /** What varies in the paths of this site; one with `/#/` says that pages stand behind `#`. */
  readonly patterns: readonly string[];
}

/** What was expected; `undefined` where it is that. */
type Check = (value: AttributeValue, paths: Paths) => string | undefined;

const expectText = (value: AttributeValue): string | undefined => {
  if (typeof value !== 'string') return 'a stringValue';
  if (value === '' || value.length > TEXT_LIMIT) return `1 to ${TEXT_LIMIT} characters`;
  // Half a character is written one way here and another way in a database.
  return /\p{Cs}/u.test(value) ? 'well-formed Unicode' : undefined;
};

const expectPath: Check = (value, { queryParameters, patterns }) => {
  const fault = expectText(value);
  if (fault) return fault;
  const [path = '', search] = String(value).split(/\?(.*)/s);
  if (!path.startsWith('/')) return 'a path that begins with /';
  const [, ...fragments] = String(value).split('#');
  const hasHashes = patterns.some((pattern) => pattern.includes('/#/'));
  const isPage = hasHashes && fragments.length === 1 && fragments[0]?.startsWith('/');
  if (fragments.length > 0 && !isPage)
    return 'no fragment but a page that paths of the policy name';
  const names = (search ?? '').split('&').filter(Boolean);
  const extra = names.find((pair) => !queryParameters.includes(pair.split('=')[0] ?? ''));
  return extra === undefined ? undefined : 'no query parameter that the policy does not list';
};

const CHECKS: Readonly<Record<Kind, Check>> = {
  text: expectText,
  path: expectPath,
  id: (value) =>
    typeof value === 'string' && ID.test(value) ? undefined : 'an id of 1 to 128 plain characters',
  domain: (value) => expectText(value) ?? (DOMAIN.test(String(value)) ? undefined : 'a host name'),
  any: (value) => (typeof value === 'string' ? expectText(value) : undefined),
  seconds: (value) =>
    typeof value === 'number' && value >= 0 && value <= SECONDS_LIMIT
      ? undefined
      : `seconds from 0 to ${SECONDS_LIMIT}, as intValue or doubleValue`,
};

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && ID.test(value);

/** Whether it is one of the plain kinds: no list, no bytes, no number that JSON cannot write. */
export const isPlain = (value: unknown): value is AttributeValue =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** What is wrong with a value of a kind, as what was expected; `undefined` where nothing is. */
export const faultOf = (kind: Kind, value: AttributeValue, paths: Paths): string | undefined =>
  CHECKS[kind](value, paths);
