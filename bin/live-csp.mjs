// The Content Security Policies that a live page comes with, in its answer and in its HTML.
const LIMIT_MS = 20_000;
const META = /<meta\b[^<>]*http-equiv\s*=\s*["']?content-security-policy["'\s>][^>]*>/gi;
const CONTENT = /\bcontent\s*=\s*("([^"]*)"|'([^']*)')/i;

const decoded = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;|&apos;/g, "'")
    .replaceAll('&amp;', '&');

const metasIn = (html) =>
  [...html.matchAll(META)].flatMap(([element]) => {
    const [, , double, single] = CONTENT.exec(element) ?? [];
    return (double ?? single) ? [decoded(double ?? single)] : [];
  });

/**
 * @param granted what the request's mirror cookie is to say; `null` for a request without one.
 * @returns those that are enforced, one a header or element.
 */
export async function liveCsp(site, granted) {
  const day = new Date().toISOString().slice(0, 10);
  const cookie = `s9-consent=policy=check&granted=${granted?.join('.')}&decided=${day}&until=${day}`;
  try {
    const response = await fetch(site, {
      headers: granted ? { cookie } : {},
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const header = response.headers.get('content-security-policy');
    return [...(header ? [header] : []), ...metasIn(await response.text())];
  } catch (error) {
    throw new Error(`cannot read ${site}: ${error.cause?.message || error.message}`, {
      cause: error,
    });
  }
}
