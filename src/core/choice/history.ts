// The history of records: read by every page, written by the file that follows an answer.
import type { Draft } from './draft.ts';

export type StoragePlace = 'indexeddb' | 'memory';

/** The records of this browser for this site. Never throws, always answers within a second. */
export interface History {
  /**
   * The whole history, oldest first, and a draft whose record is still owed at its end; empty when there is
   * none or it cannot be read.
   */
  read(): Promise<readonly unknown[]>;
  /**
   * Writes a draft, and makes the database for it where there is none. Resolves to what is read from then on.
   *
   * @param onWritten called when it is on disk, however late.
   */
  note(draft: Draft, onWritten: () => void): Promise<readonly unknown[]>;
  /** The draft whose record is still owed; anybody can have written it (F-44). */
  readonly draft: Draft | undefined;
  /** Settles when a read that came too late has come, or is not to be waited for. */
  settled(): Promise<unknown>;
  /** The history as last read or held; empty before. */
  readonly known: readonly unknown[];
  /** Where records are kept; `memory` when IndexedDB is missing, throws, hangs or is blocked. */
  readonly place: StoragePlace;
  /** The history from now on. One that is not on disk is ahead of what is, and counts instead of it. */
  hold(history: readonly unknown[], isOnDisk: boolean): void;
  /** To be called when the disk answered after memory had taken over: the page takes over what it holds. */
  hearLate(): void;
}

/** Where records lie for good. */
export interface RecordStore {
  read(): Promise<readonly unknown[]>;
  /**
   * Puts this history in place of the one whose newest record has this id. `false` when another one is
   * there by now: another tab was faster. A draft that is not newer goes.
   */
  replace(history: readonly unknown[], newestId: string | undefined): Promise<boolean>;
}
