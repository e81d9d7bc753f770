// Types of the starter, for the TypeScript files that use it.
export interface ClickHouseServer {
  /** Of its HTTP interface, without a path. */
  readonly url: string;
  /** At once, as a power cut would; its data stays. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Ends it and deletes its data. */
  stop(): Promise<void>;
}

export declare function startClickHouse(count?: number): Promise<ClickHouseServer[]>;
