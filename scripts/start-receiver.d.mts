// Types of the starter, for the TypeScript files that use it.
export interface ReceiverProcess {
  readonly port: number;
  /** Memory that it takes. */
  mebibytes(): Promise<number>;
  kill(): Promise<void>;
}

export declare function startReceiver(
  kind: 'file' | 'clickhouse',
  place: string,
  policy?: object,
): Promise<ReceiverProcess>;
