// Appends lines to the newest file of a kind; what it has written is on the disk, or is not there at all.
import { type FileHandle, open } from 'node:fs/promises';
import { lineOf } from '../otlp/write.ts';
import type { StoredEvent } from '../store.ts';
import { FILE_MODE, note, type Segment, syncFolder } from './folder.ts';

/** Events in a line: a reader takes one at a time. */
const LINE_EVENTS = 500;

export interface Appender {
  /** Resolves when they are safe; rejects when none of them counts. */
  append(events: readonly StoredEvent[]): Promise<void>;
  /** Lets go of the file, which can be replaced then. */
  release(): Promise<void>;
  isWriting(segment: Segment): boolean;
}

function linesOf(events: readonly StoredEvent[]): string {
  let text = '';
  for (let from = 0; from < events.length; from += LINE_EVENTS) {
    text += lineOf(events.slice(from, from + LINE_EVENTS));
  }
  return text;
}

/**
 * @param next adds a file to the folder.
 * @param maxBytes of a file, after which the next one is begun.
 */
export function createAppender(first: Segment, next: () => Segment, maxBytes: number): Appender {
  let segment = first;
  let file: FileHandle | undefined;
  const release = async () => {
    const before = file;
    file = undefined;
    await before?.close();
  };
  const begin = async () => {
    await release();
    segment = next();
  };
  return {
    async append(events) {
      if (segment.bytes >= maxBytes) await begin();
      const isNew = segment.bytes === 0;
      file ??= await open(segment.path, 'a', FILE_MODE);
      const bytes = Buffer.from(linesOf(events));
      try {
        await file.appendFile(bytes);
        await file.datasync();
        if (isNew) await syncFolder(segment.path);
      } catch (error) {
        // Half a line is left, or one that nobody was told of: it goes, or else this file is written no more.
        await file.truncate(segment.bytes).catch(begin);
        throw error;
      }
      segment.bytes += bytes.length;
      for (const event of events) note(segment, event);
    },
    release,
    isWriting: (other) => other === segment,
  };
}
