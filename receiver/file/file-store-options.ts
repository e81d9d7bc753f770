// What a file store is made with.
import type { Warn } from './folder.ts';

export interface FileStoreOptions {
  /** Made where there is none. One process writes to it at a time. */
  readonly folder: string;
  /**
   * Bytes of a file, after which the next one is begun.
   *
   * @default 16777216
   */
  readonly maxFileBytes?: number;
  /**
   * Bytes of all files. What comes when there are more is answered with 503, and nothing that is kept is lost for it.
   *
   * @default 4294967296
   */
  readonly maxBytes?: number;
  /**
   * Reads what is there at that moment and writes nothing: beside a receiver that runs.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /** Told of lines that cannot be read. @default `console.warn` */
  readonly onWarning?: Warn;
}

/** @throws TypeError with the option, and what was expected of it. */
export function checkFileStoreOptions(options: FileStoreOptions): void {
  const { folder, maxFileBytes = 1, maxBytes = 1 } = options;
  if (typeof folder !== 'string' || folder === '') {
    throw new TypeError('folder: expected the path of a folder');
  }
  for (const [name, value] of Object.entries({ maxFileBytes, maxBytes })) {
    if (Number.isSafeInteger(value) && value > 0) continue;
    throw new TypeError(`${name}: expected a number of bytes`);
  }
}
