// A policy says who asks, for what, which data items that takes, who receives them and how long.

/** What happens to the IP address at the receiver. A page script cannot see it; the receiver does (L-01). */
export type IpHandling = 'dropped' | 'truncated' | 'kept';

/** `necessary` runs without asking and needs a written reason; everything else asks (L-16, L-17). */
export type Basis = 'necessary' | 'consent';

/** Whether visits of one person are told apart: not, within one visit, or by a random id. */
export type Visitors = 'none' | 'visit' | 'id';

export interface Party {
  /** As a person would recognise it. */
  readonly name: string;
  /** E-mail address, or the address of a page that answers; anything else is words, and leads nowhere. */
  readonly contact?: string;
  /** Postal; only receipts quote it. Default: the address of its pages. */
  readonly address?: string;
  /** http, https, mailto or a path of the same site. */
  readonly privacyUrl?: string;
}

export interface DataItem {
  readonly name: string;
  /** As a row of many has it, e.g. `IP`. Default: the name. */
  readonly short?: string;
  /** ISO 8601 duration; the purpose's own counts when absent. */
  readonly retention?: string;
}

/** One named recipient inside a purpose, which can be granted alone. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly privacyUrl?: string;
  /**
   * `host`, `host:port`, or `*.host` for all below it but not the host itself; in normal form
   * (gate/hosts.ts) once checked. What fetches from one of them waits for this service too.
   */
  readonly hosts: readonly string[];
  /** Keys of `dataItems`. */
  readonly data: readonly string[];
}

/** A cookie a purpose may leave behind; deleted when the purpose is withdrawn. */
export interface CookieDeclaration {
  /** Exact, or a prefix ending in `*`. */
  readonly name: string;
  readonly domain?: string;
  readonly lifetime?: string;
  /** Set by the server alone: no script sees or deletes it, and the person is told so. */
  readonly httpOnly?: boolean;
}

export interface StorageDeclaration {
  readonly kind: 'localStorage' | 'sessionStorage' | 'indexedDB';
  /** Exact, or a prefix ending in `*`. */
  readonly name: string;
}

export interface Purpose {
  readonly id: string;
  readonly name: string;
  /** What it is for as an infinitive, e.g. `To count visits`. Default: the name. */
  readonly aim?: string;
  readonly why: string;
  /** Keys of `dataItems`. */
  readonly data: readonly string[];
  readonly basis: Basis;
  readonly recipients: readonly string[];
  /** ISO 8601 duration, e.g. `P25M`. */
  readonly retention: string;
  readonly services: readonly Service[];
  /** Data items kept for another time than `retention`, each with its own; the check fills it in. */
  readonly retentions?: Readonly<Record<string, string>>;
  /** Default: `none`. */
  readonly visitors?: Visitors;
  /** Query parameters that may stay in `url.path`; every other one is cut. Default: none. */
  readonly queryParameters?: readonly string[];
  readonly cookies?: readonly CookieDeclaration[];
  readonly storage?: readonly StorageDeclaration[];
}

/** A moment of collection, such as a newsletter form. */
export interface Collection {
  readonly name: string;
  readonly why: string;
  /** The same as an infinitive, for the row: “To send you the newsletter”. Default: the name. */
  readonly aim?: string;
  /** Keys of `dataItems`. */
  readonly data: readonly string[];
  /** Default: the controller alone. */
  readonly recipients?: readonly string[];
  /** ISO 8601 duration, e.g. `P2Y`. A consent counts as long as its data is kept. */
  readonly retention: string;
  /**
   * Whether it takes consent: a box that nobody has ticked yet. `true` holds the form until it is ticked,
   * `optional` lets it go without. Default: none is asked.
   */
  readonly consent?: boolean | 'optional';
  /** What the box says: the act itself, “Send me the newsletter by e-mail”. Needed where consent is asked. */
  readonly act?: string;
}

/** A Customer’s own words on the banner, in place of the shipped ones. */
export interface NoticeWords {
  /** Who asks, and that it is consent; `{controller}` stands for your name. */
  readonly title?: string;
  /** One sentence; the link to `privacyUrl` follows it. */
  readonly lead?: string;
  /** Label of the one answer; the other one’s comes with it, longer or shorter by half at most (L-15). */
  readonly accept?: string;
  readonly reject?: string;
  /** Label of the way to the preferences. */
  readonly choose?: string;
}

export interface Right {
  readonly id: string;
  readonly name: string;
  readonly how: string;
}

export interface Policy {
  readonly id: string;
  /** Usually the date it was posted. Not part of the material terms. */
  readonly version: string;
  /** Whose law consent is asked under: `EU`, or an ISO 3166 code. Only receipts quote it. */
  readonly jurisdiction?: string;
  readonly ip: IpHandling;
  /** The Customer. */
  readonly controller: Party;
  /** The provider, Social9 by default. */
  readonly processor: Party;
  readonly dataItems: Readonly<Record<string, DataItem>>;
  readonly purposes: readonly Purpose[];
  /** `false` is what a fault has closed. */
  readonly collections: Readonly<Record<string, Collection | false>> | false;
  readonly rights: readonly Right[];
  /** By language of the notice (BCP 47). */
  readonly notice?: Readonly<Record<string, NoticeWords>>;
  /** Who is told the choice besides, as it is written; what announces it checks it (announce/given.ts). */
  readonly announce?: unknown;
  /**
   * What becomes of a marked frame of a host that no service declares, once its purpose is granted:
   * `hold`, the default, lets a person load it once and no more. No material term: it names nobody new.
   */
  readonly undeclared?: 'hold' | 'release';
  /**
   * Pages whose addresses carry what belongs to a person: `/reset/:token` is told by that name. One with `/#/` says
   * that pages stand behind `#`. No material term: it only takes away.
   */
  readonly paths?: readonly string[];
  /**
   * What becomes of visits that nobody makes, crawlers and driven browsers: told as such by `label`, the default, or by
   * `drop` not at all. No material term: it only takes away.
   */
  readonly bots?: 'label' | 'drop';
  /** Words in other languages: language, then path, e.g. `purposes.analytics.why`. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A purpose without what only the notice shows. */
export type PurposeTerms = Omit<Purpose, 'name' | 'aim' | 'why' | 'services'> & {
  readonly services: readonly Omit<Service, 'name' | 'privacyUrl'>[];
};

/** What is kept of a purpose in a record: the material terms that were asked about, no wording (L-28). */
export interface AskedPurpose {
  readonly basis: Basis;
  readonly data: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: string;
  /** Data items kept for another time, each with its own. */
  readonly retentions?: Readonly<Record<string, string>> | undefined;
  /** Default: `none`. */
  readonly visitors?: Visitors | undefined;
  /** Default: none. */
  readonly queryParameters?: readonly string[] | undefined;
  /** Service id to the data items it receives. */
  readonly services: Readonly<Record<string, readonly string[]>>;
}

/** The material terms of a whole policy, in one order whatever the order of the source. */
export interface AskedTerms {
  readonly ip: IpHandling;
  readonly controller: string;
  readonly processor: string;
  readonly purposes: Readonly<Record<string, AskedPurpose>>;
}

/**
 * What gate and record need of a policy. The rest of the default policy, words above all, stands in
 * the UI files, so that a returning visitor does not download it.
 */
export interface PolicyTerms
  extends Pick<
    Policy,
    | 'id'
    | 'version'
    | 'ip'
    | 'controller'
    | 'processor'
    | 'undeclared'
    | 'announce'
    | 'paths'
    | 'bots'
  > {
  readonly purposes: readonly PurposeTerms[];
  /**
   * Whether a purpose takes no more than was asked of it; the check lends it. Default: nothing else than what
   * was asked counts, less neither.
   */
  readonly takesNoMore?: (asked: AskedTerms, now: AskedTerms, purposeId: string) => boolean;
  /**
   * This policy, or the whole of it, in the Customer's own words of a language; the settings lend it where there are such.
   * Default: as it is written.
   *
   * @param lang of the words on screen.
   */
  readonly inTexts?: <P extends PolicyTerms>(policy: P, lang: string) => P;
  /**
   * Whether whoever a script feeds has been told to stop, by what that script waited for; what announces the choice
   * lends it. Default: nobody has.
   */
  readonly isTold?: (wanted: {
    readonly ids: readonly string[];
    readonly hosts: readonly string[];
  }) => boolean;
}
