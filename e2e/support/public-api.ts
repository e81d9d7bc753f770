// What a Customer's script may call, as far as specs use it: types of the contract, not of the sources.
export interface ConsentState {
  readonly decided: boolean;
  readonly purposes: Readonly<Record<string, boolean>>;
  readonly services: Readonly<Record<string, boolean>>;
  readonly recordId: string | null;
  readonly decidedAt: number | null;
  readonly expiresAt: number | null;
  readonly source: string | null;
  readonly storage: 'indexeddb' | 'memory';
}

/** As far as specs look into it. */
export interface Receipt {
  readonly '@type': string;
  readonly 'dct:identifier': string;
  readonly 'dpv:hasConsentStatus': string;
  readonly 'dpv:hasRecordOfActivity': { readonly 's9:stored': unknown }[];
  readonly proof: { readonly 's9:publicKey': { readonly x: string } };
}

export interface Exported {
  readonly records: readonly unknown[];
  readonly ledger: readonly {
    readonly sentAt: number;
    readonly to: string;
    readonly body: string;
    readonly outcome?: string;
  }[];
  readonly queue: readonly unknown[];
  readonly collections: readonly unknown[];
}

export interface Consent {
  readonly ready: Promise<ConsentState>;
  readonly state: ConsentState;
  allows(id: string): boolean;
  whenAllowed(id: string): Promise<void>;
  set(values: Readonly<Record<string, boolean>>): unknown;
  accept(): unknown;
  reject(): unknown;
  readonly collections: Readonly<
    Record<string, { readonly granted: boolean; readonly recordId: string }>
  >;
  withdraw(collection?: string): unknown;
  track(name: string): Promise<void>;
  watch(root: ShadowRoot): void;
  open(view: string): Promise<unknown>;
  close(): unknown;
  receipt(of?: string | { readonly collection: string }): Promise<Receipt | null>;
  export(): Promise<Exported | null>;
  erase(): Promise<{
    readonly deleted: string[];
    readonly remains: string[];
    readonly told: number;
  } | null>;
  on(type: string, listener: (detail: unknown) => void): () => void;
}

/** `globalThis` of a page with the tag. */
export interface WithApi {
  readonly social9: { readonly consent: Consent };
}
