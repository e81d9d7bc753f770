// `announce` of a policy as it is written: receivers by name, their own signals, and what each of them waits for.
import type { RECEIVERS } from './receivers.ts';

/**
 * What a signal waits for, as in `data-consent`: ids of purposes and `service:…`, all of them required.
 *
 * @example 'advertising service:microsoft-ads'
 */
export type GivenIds = string;

type Signals<R extends keyof typeof RECEIVERS> = Readonly<
  Partial<Record<(typeof RECEIVERS)[R]['signals'][number], GivenIds>>
>;

/** What Google's tags take besides signals. */
export interface GoogleOptions {
  /**
   * How long its tags wait for an update, in ms, 0 to 10,000. On the script tag it is `data-wait-for-update`.
   *
   * @default 500
   */
  readonly wait_for_update?: number;
  /**
   * While `ad_storage` is denied, identifiers of clicks are left out of what advertising tags send.
   *
   * @default true
   */
  readonly ads_data_redaction?: boolean;
  /**
   * While storage is denied, links of the page carry identifiers of clicks on.
   *
   * @default false
   */
  readonly url_passthrough?: boolean;
}

/**
 * Who is told the choice besides the gate. A signal that is left out is denied.
 *
 * @example { google: { analytics_storage: 'analytics', ad_storage: 'advertising' }, meta: 'service:meta-pixel' }
 */
export interface GivenAnnounce {
  /** Google Consent Mode v2; `'granted'` is for `security_storage` alone, which then waits for nothing. */
  readonly google?: Signals<'google'> & GoogleOptions;
  /** Microsoft Advertising (UET). */
  readonly microsoft?: Signals<'microsoft'>;
  /** Microsoft Clarity, consent v2. */
  readonly clarity?: Signals<'clarity'>;
  readonly meta?: GivenIds;
  readonly tiktok?: GivenIds;
  readonly pinterest?: GivenIds;
  readonly matomo?: GivenIds;
  readonly posthog?: GivenIds;
  /** WP Consent API; `functional` is always allowed. */
  readonly wordpress?: Signals<'wordpress'>;
  /** Shopify Customer Privacy. */
  readonly shopify?: Signals<'shopify'>;
  /**
   * A function of the page, by the name it has on `window`, called with the state.
   *
   * @example 'shop.onConsent'
   */
  readonly custom?: string;
}
