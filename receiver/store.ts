// What every store keeps and promises; the receiver has applied the policy before anything comes here.

/** Events that are kept. `s9.erase` is an order, and is kept by nobody. */
export type KeptName = 's9.page_view' | 's9.page_leave' | 's9.custom' | 's9.choice';

export type AttributeValue = string | number | boolean;

/** One event as the policy lets it be kept. Times are milliseconds since 1970, UTC. */
export interface StoredEvent {
  /** The attribute `s9.event.id`; by it a repeat is known. */
  readonly id: string;
  readonly name: KeptName;
  /** By the device's clock. */
  readonly occurredAtMs: number;
  /** By the receiver's clock; retention counts from here. */
  readonly receivedAtMs: number;
  /** The attribute `s9.record.id`: the choice that it came under, or that it proves. */
  readonly recordId: string;
  /** The attribute `s9.subject.id`; proofs (`s9.choice`) alone have it. */
  readonly subject?: string;
  /**
   * All other attributes, by their names; the IP address as the policy leaves it is `client.address`. Numbers
   * are finite, whole ones safe integers; no value is empty.
   */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** What was received before these moments goes; milliseconds since 1970, UTC. */
export interface Expiry {
  /** Visits, which is everything but proofs. */
  readonly visitsBeforeMs: number;
  readonly proofsBeforeMs: number;
  /** By attribute: it is cut out of older visits, which stay without it. */
  readonly attributesBeforeMs: Readonly<Record<string, number>>;
}

/** Half open: `fromMs` counts, `toMs` does not. By `occurredAtMs`; whole UTC days. */
export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What was viewed so often. */
export interface Row {
  readonly name: string;
  readonly views: number;
}

/**
 * Views by the value of an attribute, most views first, then by name. What fewer than `SMALLEST_ROW` records
 * stand behind is no row of its own, nor what is beyond the first `MAX_ROWS`; both are in `other`.
 */
export interface Table<Each extends Row = Row> {
  readonly rows: readonly Each[];
  /** Views in no row. Views without a value are in neither. */
  readonly other: number;
}

export interface PageRow extends Row {
  /** Of the leaves of that page; absent where there are none. */
  readonly averageSeconds?: number;
}

/** k of k-anonymity: fewer different record ids than that are not told apart. */
export const SMALLEST_ROW = 5;
export const MAX_ROWS = 100;

export interface Stats extends Range {
  /** `s9.page_view`s, each once. */
  readonly views: number;
  /** Different `session.id`s of views; 0 where none was sent. */
  readonly visits: number;
  /** Different `s9.visitor.id`s of views; 0 where none was sent. */
  readonly visitors: number;
  /** Of `s9.visible_seconds` of `s9.page_leave`s, of each id the largest; `null` where there is none. */
  readonly timeOnPage: {
    readonly leaves: number;
    readonly averageSeconds: number | null;
    /** To the second; of an even number the mean of the two in the middle. */
    readonly medianSeconds: number | null;
  };
  /** By hour where the range is no longer than two days, else by day; each with no gap, oldest first. */
  readonly series: readonly { readonly fromMs: number; readonly views: number }[];
  /** By `url.path`. */
  readonly pages: Table<PageRow>;
  /** By `user_agent.name`. */
  readonly browsers: Table;
  /** By `user_agent.os.name`. */
  readonly systems: Table;
  /** By `s9.referrer.domain`. */
  readonly referrers: Table;
  /** By `s9.custom.name` of `s9.custom`s. */
  readonly customs: Table;
  /** Answers, by `s9.purpose.<id>` of proofs; nothing is known of those who gave none. */
  readonly answers: {
    /** Proofs that name a purpose. */
    readonly proofs: number;
    readonly purposes: Readonly<
      Record<string, { readonly granted: number; readonly denied: number }>
    >;
  };
}

/** A store that cannot write now: nothing was kept, and the sender may come again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  /** Whole seconds. */
  readonly retryAfterSeconds: number;
  constructor(message: string, retryAfterSeconds = 5, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface Store {
  /**
   * Resolves when all of them are safe against this process being killed. An event whose id is known already counts
   * once; of two `s9.page_leave`s with one id the larger `s9.visible_seconds` counts. What comes under a record that
   * was erased is dropped in silence, for thirty days.
   *
   * @throws StoreBusy where it cannot be written now; none of it counts then, and all of it may be sent again.
   */
  write(events: readonly StoredEvent[]): Promise<void>;
  /** The proof of a record, as long as it is kept. */
  proof(recordId: string): Promise<StoredEvent | undefined>;
  /**
   * Everything under the subject of that record goes: its proofs, and the visits under any of its records; where no
   * proof of the record is here, the visits under that record alone. Resolves with how many events went, once they
   * are gone and stay gone if this process is killed.
   */
  erase(recordId: string): Promise<number>;
  /** Resolves once what is too old is gone. */
  expire(before: Expiry): Promise<void>;
  stats(range: Range): Promise<Stats>;
  /** Waits for what is being written. No other member is called afterwards. */
  close(): Promise<void>;
}
