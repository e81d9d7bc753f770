// What a Content Security Policy says besides the hosts of a consent policy, and what is refused as such.
import { originsOf, ownSourceOf } from './sources.ts';

/** What the site has of its own, and how strict it is with itself. */
export interface CspOptions {
  /**
   * Where telemetry goes, as in the settings. It is open before a choice: what is sent there the widget decides.
   *
   * @default nowhere.
   */
  readonly endpoint?: string | undefined;
  /** Where proofs go, as in the settings. @default nowhere. */
  readonly proofEndpoint?: string | undefined;
  /**
   * Further places that are the site's own, such as a CDN or wherever the widget's files lie. Always open.
   *
   * @default none: the page's own origin alone.
   * @example ['https://cdn.example.com']
   */
  readonly own?: readonly string[] | undefined;
  /**
   * Refuses inline scripts and styles and `eval` as well. Without it they run: what they ask for is refused all
   * the same, and a policy of yours beside this one can refuse them.
   *
   * @default false
   */
  readonly strict?: boolean | undefined;
  /** Of the response’s inline scripts and styles; makes it strict. A page with one must not be cached. */
  readonly nonce?: string | undefined;
  /** Adds Trusted Types, with the widget’s own policy `s9-consent`. @default false */
  readonly trustedTypes?: boolean | undefined;
  /**
   * Address that browsers report to what was refused. Reports go out before a choice: let it be yours.
   *
   * @default nowhere.
   */
  readonly reportTo?: string | undefined;
  /** Refuses nothing yet, and reports what would be. @default false */
  readonly reportOnly?: boolean | undefined;
}

/** Name of the endpoint in `Reporting-Endpoints`. */
export const GROUP = 's9-csp';

/** Nothing that ends a directive, or means something in the file of a server. */
const ADDRESS = /^(https?:\/\/|\/(?!\/))[\w.~:/?#@!&=+-]*$/;
const NONCE = /^[\w+/-]+={0,2}$/;
const KNOWN = [
  'endpoint',
  'proofEndpoint',
  'own',
  'strict',
  'nonce',
  'trustedTypes',
  'reportTo',
  'reportOnly',
];

export interface ReadOptions {
  readonly own: readonly string[];
  readonly collectors: readonly string[];
  readonly isStrict: boolean;
  readonly nonce: string | undefined;
  readonly trustedTypes: boolean;
  readonly reportTo: string | undefined;
  readonly reportOnly: boolean;
}

function reportAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const isOne =
    ADDRESS.test(address) && (address.startsWith('/') || originsOf(address, 'reportTo')[0]);
  if (isOne) return address;
  throw new TypeError(`reportTo: expected an address that starts with https: or /, not ${address}`);
}

/** @throws TypeError that names the option, what was expected, and what came. */
export function readOptions(options: CspOptions): ReadOptions {
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) throw new TypeError(`${name}: expected one of ${KNOWN.join(', ')}`);
  }
  const { endpoint, proofEndpoint, own = [], nonce } = options;
  if (nonce !== undefined && !NONCE.test(nonce)) {
    throw new TypeError(`nonce: expected Base64, not ${nonce}`);
  }
  const collectors = [
    ...originsOf(endpoint, 'endpoint'),
    ...originsOf(proofEndpoint, 'proofEndpoint'),
  ];
  return {
    own: own.map((source, index) => ownSourceOf(source, `own[${index}]`)),
    collectors: [...new Set(collectors)],
    isStrict: options.strict === true || nonce !== undefined,
    nonce,
    trustedTypes: options.trustedTypes === true,
    reportTo: reportAddress(options.reportTo),
    reportOnly: options.reportOnly === true,
  };
}
