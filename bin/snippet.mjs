// `social9-consent snippet`: prints the recommended tag, for the very files of this release and no other.
import { readFileSync } from 'node:fs';
import { readOptions } from './options.mjs';
import { complain } from './print.mjs';

export const USAGE = `Usage: social9-consent snippet [--base </consent/ | https://cdn.example/consent/>] [--nonce <value>]

  --base <address>   the folder the files stand in; / without it
  --nonce <value>    of your Content Security Policy, on the tag and on the preload

Standard output has the snippet. Add your settings (data-controller, data-contact, …) to its first element.
It holds the hashes of this release's files: print it anew with each.`;

const OPTIONS = { base: { type: 'string' }, nonce: { type: 'string' } };
const TAG = 's9-consent.js';
const UI = 's9-consent-ui.js';

/** @returns the hash of each built file, by its name; as the build wrote them. */
export const hashes = () =>
  JSON.parse(readFileSync(new URL('../dist/tag/integrity.json', import.meta.url), 'utf8'));

function folderOf(base) {
  if (!/^(\/|\.{1,2}\/|https?:\/\/[^/])/.test(base) || /[\s"'<>&?#\\]/.test(base)) {
    throw new Error(
      `--base: expected a folder, as /consent/ or https://cdn.example/consent/; got ${base}`,
    );
  }
  return base.endsWith('/') ? base : `${base}/`;
}

function attributeOf(nonce) {
  if (nonce === undefined) return '';
  // The grammar of a nonce in CSP 3.
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(nonce)) {
    throw new Error(`--nonce: expected base64, as a policy names it; got ${nonce}`);
  }
  return ` nonce="${nonce}"`;
}

/**
 * @param integrity the hash of each file, as `integrity.json` has them.
 * @param options `base`, the files' folder, `/` when it is left out; `nonce` of a Content Security Policy.
 */
export function snippetOf(integrity, { base = '/', nonce } = {}) {
  const folder = folderOf(base);
  const own = attributeOf(nonce);
  const checked = (name) => `crossorigin="anonymous"\n  integrity="${integrity[name]}"${own}`;
  const ui = `${folder}${UI}?v=${integrity[UI].replace('sha256-', '')}`;
  return `<script src="${folder}${TAG}" ${checked(TAG)}></script>
<link rel="preload" as="script" fetchpriority="low" href="${ui}" ${checked(UI)}>`;
}

/** @param args what stands after the name of the command. */
export async function snippet(args) {
  const { base, nonce } = readOptions(args, OPTIONS);
  console.log(snippetOf(hashes(), { base, nonce }));
  complain('For this release’s files and no other. Add your settings to the first element.');
}
