// What people write: settings as they are given, before they are checked. All of it may be left out.
import type { GivenAnnounce } from '../announce/given.ts';
import type { Validity } from '../choice/choice.ts';
import type { PeerMarkup } from '../gate/peer-markup.ts';
import type { Collection, DataItem, Policy, Purpose, Right, Service } from '../policy/policy.ts';
import type { ServiceId } from './service-id.ts';

/** A service of a purpose; one of the default policy keeps what is left out. */
export type GivenService = Pick<Service, 'id' | 'hosts' | 'data'> & Partial<Service>;

/** A purpose over the default's of the same id, or one of its own. */
export type GivenPurpose =
  | (Partial<Omit<Purpose, 'services' | 'retentions'>> & {
      readonly id: string;
      /** One of the catalogue (docs/services.md) by its id alone. */
      readonly services?: readonly (ServiceId | GivenService)[];
    })
  /** Leaves out a purpose of the default policy. */
  | { readonly id: string; readonly drop: true };

/**
 * Members given replace the default policy's; purposes go by id.
 *
 * @example { controller: { name: 'The Daily Example', contact: 'privacy@daily.example' } }
 */
export interface GivenPolicy
  extends Partial<
    Pick<
      Policy,
      | 'id'
      | 'version'
      | 'jurisdiction'
      | 'ip'
      | 'undeclared'
      | 'paths'
      | 'bots'
      | 'notice'
      | 'texts'
    >
  > {
  /** You. Without a name the site's host stands for it; without a contact the console warns. */
  readonly controller?: Partial<Policy['controller']>;
  /** Who handles it for you. @default Social9 */
  readonly processor?: Partial<Policy['processor']>;
  readonly dataItems?: Readonly<Record<string, Partial<DataItem>>>;
  readonly purposes?: readonly GivenPurpose[];
  /** Members given replace those of the default policy’s collection of that id; docs/forms.md. */
  readonly collections?: Readonly<Record<string, Partial<Collection>>>;
  readonly rights?: readonly Right[];
  /**
   * Who else on the page is told the choice, by the signals they know; docs/announce.md.
   *
   * @default nobody.
   * @example { google: { analytics_storage: 'analytics' }, meta: 'service:meta-pixel' }
   */
  readonly announce?: GivenAnnounce;
}

export interface GivenSettings {
  /**
   * Where telemetry goes: the whole address of an OTLP/HTTP receiver of logs.
   *
   * @default nowhere: nothing is sent.
   * @example 'https://collector.example/v1/logs'
   */
  readonly endpoint?: string;
  /**
   * Where the proof of each choice goes, yes and no alike (L-25).
   *
   * @default nowhere.
   * @example 'https://collector.example/v1/logs'
   */
  readonly proofEndpoint?: string;
  /**
   * BCP 47 tag of the notice, or `auto` to follow the page; English where the language is none of those shipped.
   *
   * @default 'auto'
   * @example 'en'
   */
  readonly lang?: string;
  /**
   * How the banner stands on the page.
   *
   * @default 'bar'
   * @example 'box'
   */
  readonly layout?: 'bar' | 'box' | 'dialog';
  /**
   * At which end of the window.
   *
   * @default 'bottom'
   * @example 'top'
   */
  readonly position?: 'bottom' | 'top';
  /**
   * `auto` follows the page: what it declares as its `color-scheme`, else what it looks like.
   *
   * @default 'auto'
   * @example 'dark'
   */
  readonly theme?: 'auto' | 'light' | 'dark';
  /**
   * A ready theme, under every `--s9-…` that the page sets.
   *
   * @default 'standard'
   * @example 'paper'
   */
  readonly look?: 'standard' | 'paper' | 'ink' | 'soft' | 'plain';
  /**
   * What to do when Global Privacy Control is on: deny, or deny and still ask (L-43).
   *
   * @default 'honour'
   * @example 'ask'
   */
  readonly gpc?: 'honour' | 'ask';
  /**
   * `own` leaves the permanent control to a `data-consent-open` of the page (L-18).
   *
   * @default 'shown'
   * @example 'own'
   */
  readonly control?: 'shown' | 'own';
  /**
   * Where the permanent control stands: below or above, where lines start or end.
   *
   * @default 'start'
   * @example 'end'
   */
  readonly corner?: 'start' | 'end' | 'top';
  /**
   * `cookie` tells your server the choice, in a first-party cookie `s9-consent` that is never read back
   * and is no proof (F-13). Every page of the site must have the same.
   *
   * @default 'none'
   * @example 'cookie'
   */
  readonly mirror?: 'none' | 'cookie';
  /**
   * How long a yes and a no count, as ISO 8601 durations; a no never shorter than a yes (L-28).
   *
   * @default { granted: 'P6M', denied: 'P6M' }
   * @example { granted: 'P3M', denied: 'P6M' }
   */
  readonly validFor?: Partial<Validity>;
  /**
   * Names every request to another site that no choice explains, as `s9:refused` and in the console.
   * For development and staging. Only the page's own host counts as the site; others are named in
   * `own`: a subdomain can be somebody else's, and no script can tell.
   *
   * @default false
   * @example { own: ['cdn.example.com'] }
   */
  readonly watch?: boolean | { readonly own?: readonly string[] };
  /**
   * Other widgets' attributes to read as ours; docs/markup has those of the usual ones.
   *
   * @default []
   * @example [{ attribute: 'data-cookieconsent', map: { statistics: 'analytics' } }]
   */
  readonly markup?: readonly PeerMarkup[];
  /**
   * The policy, or the address of one. Members given replace the default's; purposes go by id.
   *
   * @default the policy in `social9.json`.
   * @example '/policy.json'
   */
  readonly policy?: string | GivenPolicy;
}
