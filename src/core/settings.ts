// Settings: their one shape, their defaults, and the short way for a tag that needs no more checking.
import type { Validity } from './choice.ts';
import type { PeerMarkup } from './peer-markup.ts';
import type { Party, PolicyTerms } from './policy.ts';

/** The words a setting may be; the first one is the default. */
export const OPTIONS = {
  layout: ['bar', 'box', 'dialog'],
  position: ['bottom', 'top'],
  theme: ['auto', 'light', 'dark'],
  gpc: ['honour', 'ask'],
  control: ['shown', 'own'],
} as const;

type Option<K extends keyof typeof OPTIONS> = (typeof OPTIONS)[K][number];

/** The one shape of all settings. What is absent has its default wherever it is read: every byte counts. */
export interface Settings {
  /** Where telemetry goes: the whole address, as `https://collector.example/v1/logs`. */
  readonly endpoint?: string;
  /** Where the proof of each choice goes, yes and no alike (L-25). Default: nowhere. */
  readonly proofEndpoint?: string;
  /** BCP 47 tag, or `auto` to follow the page. Default: `auto`. */
  readonly lang?: string;
  /** Default: `bar`. */
  readonly layout?: Option<'layout'>;
  /** Default: `bottom`. */
  readonly position?: Option<'position'>;
  /** Default: `auto`. */
  readonly theme?: Option<'theme'>;
  /** What to do when Global Privacy Control is on: deny (default), or deny and still ask (L-43). */
  readonly gpc?: Option<'gpc'>;
  /** `own` leaves the permanent control to a `data-consent-open` of the page (L-18). */
  readonly control?: Option<'control'>;
  /**
   * `cookie` tells the Customer's server the choice, in a first-party cookie `s9-consent` that is never
   * read back and is no proof (F-13). Default: `none`. Every page of the site must have the same.
   */
  readonly mirror?: 'none' | 'cookie';
  /** How long a yes and a no count; a no never shorter than a yes (L-28). Default: `P6M` for both. */
  readonly validFor?: Partial<Validity>;
  /**
   * Names every request to another site that no choice explains, as `s9:refused` and in the console.
   * For development and staging. Default: `false`. Only the page's own host counts as the site; others
   * are named in `own`: a subdomain can be somebody else's, and no script can tell.
   */
  readonly watch?: boolean | { readonly own?: readonly string[] };
  /** Other widgets' attributes to read as ours. Default: none. */
  readonly markup?: readonly PeerMarkup[];
  readonly policy: PolicyTerms;
}

/** How long a yes and a no count. */
export const validityOf = ({ validFor }: Pick<Settings, 'validFor'>): Validity => ({
  granted: 'P6M',
  denied: 'P6M',
  ...validFor,
});

/** `data-…` scalars of the tag, by setting. */
export type Scalars = Readonly<Record<string, string | undefined>>;

/** `name=value` of a scalar that needs no further check; check-settings.test.ts holds it to `OPTIONS`. */
const PLAIN =
  /^((lang|controller|contact)=.*\S|(endpoint|privacyUrl)=(https?:\/\/|\.{0,2}\/(?!\/))\S+$|layout=(bar|box|dialog)$|theme=(auto|light|dark)$|gpc=(honour|ask)$)/;

/** The controller that scalars describe: a site without a name goes by its host's. */
export const partyOf = (
  { controller, contact, privacyUrl }: Scalars,
  hostname: string | undefined,
): Party => ({ name: controller || hostname, contact, privacyUrl }) as Party;

/**
 * Settings of a tag that has scalars only, with the default policy. `null` when there is anything
 * else on it, or anything that does not fit: the full check, in a file of its own, then looks at it.
 */
export function plainSettings(
  scalars: Scalars,
  terms: PolicyTerms,
  hostname: string,
): Settings | null {
  return Object.entries(scalars).every(([key, value]) => PLAIN.test(`${key}=${value}`))
    ? ({ ...scalars, policy: { ...terms, controller: partyOf(scalars, hostname) } } as Settings)
    : null;
}
