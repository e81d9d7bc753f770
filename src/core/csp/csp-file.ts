// A consent policy written as what a server or host takes: a header, an element, a piece of its configuration.
import { declaredIn, type Standard } from './declared.ts';
import { apache } from './formats/apache.ts';
import { caddy } from './formats/caddy.ts';
import { express, next, vercel } from './formats/code.ts';
import { nginx } from './formats/nginx.ts';
import { cloudflare, header, meta, netlify } from './formats/static.ts';
import type { Format, Written } from './formats/written.ts';
import { type Granted, openedBy } from './granted.ts';
import { type CspOptions, readOptions } from './options.ts';
import { type Seen, withSeen } from './seen.ts';

/** One policy for everybody: nothing in it follows the choice. */
const STATIC = { header, meta, netlify, cloudflare };
/** Opens by the mirror cookie at each request. */
const BY_COOKIE = { nginx, apache, caddy, vercel, next, express };

export type CspFormat = keyof typeof STATIC | keyof typeof BY_COOKIE;

const FORMATS: Readonly<Record<CspFormat, Format>> = { ...STATIC, ...BY_COOKIE };

export const CSP_FORMATS = Object.keys(FORMATS) as readonly CspFormat[];

/** Files for hosts without a server of yours: closed, nothing would ever come after a yes. */
const OPEN_TO_ALL: ReadonlySet<CspFormat> = new Set(['meta', 'netlify', 'cloudflare']);

export interface CspFileOptions extends CspOptions {
  /**
   * What is open in `header`, `meta`, `netlify` and `cloudflare`; the others follow the choice.
   *
   * @default nothing in `header`; everything that is declared in the three for static hosts.
   */
  readonly granted?: Granted | readonly string[] | 'all' | undefined;
  /** How the code of `vercel`, `next` and `express` imports the policy. @default './policy.json' */
  readonly policyFile?: string | undefined;
  /** The same, where the policy is the member `policy` of settings. */
  readonly settingsFile?: string | undefined;
  /**
   * What the leak watch, `watchConsent()` or the audit told. A host that the policy does not have opens with the service
   * whose script asked for it; the notes say what the policy lacks.
   *
   * @default nothing.
   */
  readonly seen?: readonly Seen[] | undefined;
}

const isCode = (format: CspFormat): boolean => /^(vercel|next|express)$/.test(format);

/** @throws TypeError for a policy, a format or an option with a fault. */
export function cspFileOf(
  policy: unknown,
  format: CspFormat,
  fileOptions: CspFileOptions,
  standard: Standard,
): Written {
  if (!CSP_FORMATS.includes(format)) {
    throw new TypeError(`format: expected one of ${CSP_FORMATS.join(', ')}, not ${format}`);
  }
  const { granted, policyFile = './policy.json', settingsFile, seen = [], ...given } = fileOptions;
  if (granted !== undefined && !(format in STATIC)) {
    throw new TypeError(`granted: expected none for ${format}, which follows the choice`);
  }
  if (given.nonce !== undefined && format !== 'header' && format !== 'meta') {
    throw new TypeError(`nonce: expected none for ${format}, which would send it with every page`);
  }
  const options = readOptions(given);
  const { ids, services, remarks } = declaredIn(policy, standard);
  // Written by hand, once: what a cookie of an older policy has is another matter.
  const unknown = Array.isArray(granted) && granted.find((id) => !ids.includes(id as string));
  if (unknown) throw new TypeError(`granted: expected ids of the policy, ${ids}; not ${unknown}`);
  const { services: declared, notes: lacking } = withSeen(services, seen, options.own);
  if (lacking.length > 0 && isCode(format)) {
    throw new TypeError(
      `seen: expected hosts that the policy has, for ${format} reads it itself: ${lacking[0]}`,
    );
  }
  const open = granted ?? (OPEN_TO_ALL.has(format) ? 'all' : []);
  const opened = open === 'all' ? declared : openedBy(open, declared);
  const source = { policyFile, settingsFile };
  const { text, notes } = FORMATS[format]({ declared, opened, options, given, source });
  return { text, notes: [...remarks, ...lacking, ...notes] };
}
