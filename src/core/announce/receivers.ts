// Who can be told the choice: by which signals of their own, and as which services of a policy they are shown.

/** What is known of a receiver whatever a policy says. */
export interface ReceiverTerms {
  /** Its own names for what can be granted; none where it knows yes and no alone. */
  readonly signals: readonly string[];
  /** Ids that the catalogue has it under. */
  readonly services: readonly string[];
  /** Where its scripts come from, for a service that has an id of the Customer's. */
  readonly hosts: readonly string[];
}

const yesOrNo = (services: readonly string[], hosts: readonly string[] = []): ReceiverTerms => ({
  signals: [],
  services,
  hosts,
});

/** `custom` is the site's own function, and nobody the notice would have to name. */
export const RECEIVERS = {
  google: {
    signals: [
      'ad_storage',
      'ad_user_data',
      'ad_personalization',
      'analytics_storage',
      'functionality_storage',
      'personalization_storage',
      'security_storage',
    ],
    services: ['google-analytics', 'google-tag-manager', 'google-ads'],
    hosts: ['www.googletagmanager.com', 'www.google-analytics.com', 'googleads.g.doubleclick.net'],
  },
  microsoft: {
    signals: ['ad_storage'],
    services: ['microsoft-ads'],
    hosts: ['bat.bing.com', 'bat.bing.net'],
  },
  clarity: {
    signals: ['analytics_Storage', 'ad_Storage'],
    services: ['clarity'],
    hosts: ['www.clarity.ms', 'scripts.clarity.ms'],
  },
  meta: yesOrNo(['meta-pixel'], ['connect.facebook.net']),
  tiktok: yesOrNo(['tiktok-pixel'], ['analytics.tiktok.com']),
  pinterest: yesOrNo(['pinterest-tag'], ['s.pinimg.com', 'ct.pinterest.com']),
  matomo: yesOrNo(['matomo', 'matomo-cloud'], ['cdn.matomo.cloud']),
  posthog: yesOrNo(['posthog'], ['us.i.posthog.com', 'eu.i.posthog.com']),
  wordpress: {
    signals: ['preferences', 'statistics', 'statistics-anonymous', 'marketing'],
    services: ['wordpress'],
    hosts: [],
  },
  shopify: {
    signals: ['analytics', 'marketing', 'preferences', 'sale_of_data'],
    services: ['shopify'],
    hosts: ['cdn.shopify.com'],
  },
  custom: yesOrNo([]),
} as const satisfies Readonly<Record<string, ReceiverTerms>>;

export type ReceiverName = keyof typeof RECEIVERS;

export const RECEIVER_NAMES = Object.keys(RECEIVERS) as ReceiverName[];

/** Receivers that the tag itself tells a no to, where `data-announce` names them. */
export const TOLD_BY_TAG: readonly string[] = ['google', 'microsoft'];
