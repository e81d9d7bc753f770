// The path of a page as it is told: what varies goes by its name, and what looks like a person's data by a mask.

/** A pattern of the policy that names a page behind `#`: then the site's pages stand there. */
const HASH = '/#/';

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** One sign before the `@` is enough to tell: looking for all of them takes the square of a long path's time. */
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@.]/;
/** With its country or its zero in front, or by length: dates and most numbers of articles are shorter. */
const PHONE = /^(?=(?:\D*\d){7,15}\D*$)(?:\+|0)[\d ().-]+$|^(?=(?:\D*\d){9,15}\D*$)[\d ().-]+$/;
const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/i;
/** Letters and digits mixed without a break, or more letters than a word has. */
const TOKEN = /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16,}|[a-z\d]{36,}/i;

/** What it looks like; a segment that looks like nothing stays. */
function masked(segment: string): string {
  const text = decoded(segment);
  if (EMAIL.test(text)) return ':email';
  if (PHONE.test(text)) return ':phone';
  return UUID.test(text) || TOKEN.test(text) ? ':token' : segment;
}

const isNamed = (part: string): boolean => part.startsWith(':');

function fits(pattern: string, segments: readonly string[]): boolean {
  const parts = pattern.split('/');
  return (
    parts.length === segments.length &&
    parts.every((part, at) => (isNamed(part) ? segments[at] !== '' : part === segments[at]))
  );
}

/** Who is asked, the path, the query, and what stands behind `#/` or `#!/`. */
export const partsOf = (url: string): readonly (string | undefined)[] =>
  /^[a-z]+:\/\/([^/?#]*)([^?#]*)\??([^#]*)#?(?:!?(\/[^?]*))?/i.exec(url)?.slice(1) ?? [];

/**
 * Which page an address is: its path, and where the policy names pages behind `#` what stands there, without
 * what follows a `?` in either.
 */
export function pageOf(url: string, patterns: readonly string[] = []): string {
  const [, path, , hash] = partsOf(url);
  const page = path || '/';
  const hasHashes = patterns.some((pattern) => pattern.includes(HASH));
  return hasHashes && hash ? `${page.replace(/\/$/, '')}/#${hash}` : page;
}

/**
 * A page as it is told: as the first pattern has it that fits, else with what looks like an e-mail address, a phone
 * number or a long token as `:email`, `:phone`, `:token`.
 */
export function namedPage(page: string, patterns: readonly string[] = []): string {
  const segments = page.replace(/(.)\/$/, '$1').split('/');
  return patterns.find((each) => fits(each, segments)) ?? page.split('/').map(masked).join('/');
}
