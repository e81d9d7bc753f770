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

export interface Consent {
  readonly ready: Promise<ConsentState>;
  readonly state: ConsentState;
  allows(id: string): boolean;
  whenAllowed(id: string): Promise<void>;
  set(values: Readonly<Record<string, boolean>>): unknown;
  accept(): unknown;
  reject(): unknown;
  withdraw(): unknown;
  open(view: string): Promise<unknown>;
  close(): unknown;
  on(type: string, listener: (detail: unknown) => void): () => void;
}

/** `globalThis` of a page with the tag. */
export interface WithApi {
  readonly social9: { readonly consent: Consent };
}
