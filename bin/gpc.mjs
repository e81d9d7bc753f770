// `social9-consent gpc`: whether a site, or a file it is to serve, says anything of Global Privacy Control.
import { checkGpcFile } from '../dist/verify.js';
import { readText } from './read-text.mjs';

const WELL_KNOWN = '/.well-known/gpc.json';
const LIMIT_MS = 10_000;

/** The innermost reason: `fetch` itself only says that it failed. */
const reasonOf = ({ message, cause }) => cause?.message || cause?.code || message;

/** Redirects are followed, to other sites too: the specification lets them lead to the file. */
async function fetchFrom(site) {
  try {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const response = await fetch(new URL(WELL_KNOWN, site), { signal });
    // Not text(), which would take a byte order mark away; JSON has none.
    const body = Buffer.from(await response.arrayBuffer());
    return { response, text: body.toString('utf8') };
  } catch (error) {
    throw new Error(`cannot reach ${site}: ${reasonOf(error)}`, { cause: error });
  }
}

async function checkSite(site) {
  const { response, text } = await fetchFrom(site);
  const { status, url, headers } = response;
  if (!response.ok) throw new Error(`${url} answered ${status}: expected 200 and the file`);
  return checkGpcFile(text, headers.get('content-type') ?? '');
}

function checkFile(file) {
  try {
    return checkGpcFile(readText(file));
  } catch (error) {
    throw new Error(`${error.message} (a site starts with https://)`, { cause: error });
  }
}

/** Resolves to the faults, and to what to say where there are none. */
export async function gpc(where) {
  const { faults, gpc: isHonoured } = await (/^https?:/i.test(where) ? checkSite : checkFile)(
    where,
  );
  const verdict = isHonoured
    ? 'valid: it says that Global Privacy Control is honoured'
    : 'valid, but it says that Global Privacy Control is not honoured';
  return { faults, verdict };
}
