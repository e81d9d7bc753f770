// Reads Content Security Policies as a browser does: the first directive of a name counts, several policies all do.

export type Directives = ReadonlyMap<string, readonly string[]>;

/** Kinds of request, each with where it looks when it is not named itself. */
export const FETCHES: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'img-src': ['img-src', 'default-src'],
  'font-src': ['font-src', 'default-src'],
  'media-src': ['media-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'object-src': ['object-src', 'default-src'],
  'worker-src': ['worker-src', 'child-src', 'script-src', 'default-src'],
  'manifest-src': ['manifest-src', 'default-src'],
};

/** @param policy one of them. */
function directivesIn(policy: string): Directives {
  const read = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key && !read.has(key)) read.set(key, sources);
  }
  return read;
}

/** @param header as it came; several policies are joined by commas in one. */
export const policiesIn = (header: string): Directives[] =>
  header
    .split(',')
    .map(directivesIn)
    .filter(({ size }) => size > 0);

/** What a policy says of a kind of request; `null` where it leaves it open. */
export function sourcesFor(policy: Directives, fetch: string): readonly string[] | null {
  const name = FETCHES[fetch]?.find((each) => policy.has(each));
  return (name !== undefined && policy.get(name)) || (name === undefined ? null : []);
}
