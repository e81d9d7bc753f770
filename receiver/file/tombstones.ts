// Records that were erased: what comes under one of them later is not kept, for thirty days.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_MODE, replace } from './folder.ts';
import { linesOf } from './lines.ts';

const KEPT_MS = 30 * 86_400_000;
/** The oldest makes room: anybody can ask for what was never here to be erased. */
const MAX_TOMBSTONES = 100_000;

export interface Tombstones {
  has(recordId: string): boolean;
  /** Resolves once they are on the disk. */
  add(recordIds: readonly string[], nowMs: number): Promise<void>;
}

interface Entry {
  readonly recordIds: readonly string[];
  readonly erasedAtMs: number;
}

const FILE = 'erased.jsonl';

function entryIn(text: string): Entry | undefined {
  try {
    const entry = JSON.parse(text) as Entry;
    return Array.isArray(entry.recordIds) && Number.isFinite(entry.erasedAtMs) ? entry : undefined;
  } catch {
    return undefined;
  }
}

export async function openTombstones(
  folder: string,
  nowMs: number,
  isReadOnly: boolean,
): Promise<Tombstones> {
  const path = join(folder, FILE);
  const erased = new Set<string>();
  const kept: string[] = [];
  const note = (recordIds: readonly string[]) => {
    for (const id of recordIds) {
      const [oldest] = erased;
      if (oldest !== undefined && erased.size >= MAX_TOMBSTONES) erased.delete(oldest);
      erased.add(id);
    }
  };
  for await (const { text } of linesOf(path)) {
    const entry = entryIn(text);
    if (!entry || entry.erasedAtMs < nowMs - KEPT_MS) continue;
    kept.push(`${text}\n`);
    note(entry.recordIds);
  }
  // Half a line at its end goes with what is too old.
  if (!isReadOnly) await replace(path, kept.slice(-MAX_TOMBSTONES));
  return {
    has: (recordId) => erased.has(recordId),
    async add(recordIds, erasedAtMs) {
      const file = await open(path, 'a', FILE_MODE);
      try {
        await file.appendFile(`${JSON.stringify({ recordIds, erasedAtMs })}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
      note(recordIds);
    },
  };
}
