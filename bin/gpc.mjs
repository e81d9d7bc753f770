// `social9-consent gpc`: whether a site, or a file it is to serve, says anything of Global Privacy Control.
import { checkGpcFile } from '../dist/npm/verify.js';
import { bytesOf, readText, textOf } from './read-text.mjs';

const WELL_KNOWN = '/.well-known/gpc.json';
const LIMIT_MS = 10_000;
/** The file is a line; whatever is longer is something else. */
const MAX_BYTES = 65_536;
const MAX_REDIRECTS = 5;

/** The innermost reason: `fetch` itself only says that it failed. */
const reasonOf = ({ message, cause }) => cause?.message || cause?.code || message;

function targetOf(response, from) {
  const to = response.headers.get('location');
  if (to === null || response.status < 300 || response.status > 399) return null;
  const url = new URL(to, from);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`redirects to ${url}, which is not http`);
  return url;
}

/** Redirects are followed, to other sites too: the specification lets them lead to the file. */
async function answerOf(site, signal) {
  let url = new URL(WELL_KNOWN, site);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetch(url, { signal, redirect: 'manual' });
    const target = targetOf(response, url);
    if (!target) return { response, url };
    await response.body?.cancel();
    url = target;
  }
  throw new Error(`redirects more than ${MAX_REDIRECTS} times`);
}

async function fetchFrom(site) {
  try {
    const { response, url } = await answerOf(site, AbortSignal.timeout(LIMIT_MS));
    // Of an answer that is not the file, nothing is read.
    if (!response.ok) return { response, url, body: Buffer.alloc(0) };
    return { response, url, body: await bytesOf(response.body ?? [], MAX_BYTES) };
  } catch (error) {
    throw new Error(`cannot reach ${site}: ${reasonOf(error)}`, { cause: error });
  }
}

async function checkSite(site) {
  const { response, url, body } = await fetchFrom(site);
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok)
    throw new Error(`${url} answered ${response.status}: expected 200 and the file`);
  const came = `${url} answered ${type || 'what has no type'}`;
  if (!body)
    throw new Error(`${came}, more than ${MAX_BYTES} bytes: expected the file, which is a line`);
  try {
    return checkGpcFile(textOf(body), type);
  } catch (error) {
    throw new Error(`${came}: expected UTF-8`, { cause: error });
  }
}

async function checkFile(file) {
  try {
    return checkGpcFile(await readText(file, MAX_BYTES));
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
  return { faults, words: [verdict] };
}
