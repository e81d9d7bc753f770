// The files of a store: numbered, of visits or of proofs, each append-only until something in it has to go.
import { open, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eventsIn } from '../otlp/write.ts';
import type { StoredEvent } from '../store.ts';
import { linesOf } from './lines.ts';
import { createPerhaps, type Perhaps } from './perhaps.ts';

export const KINDS = ['visits', 'proofs'] as const;
export type Kind = (typeof KINDS)[number];

export const kindOf = ({ name }: StoredEvent): Kind => (name === 's9.choice' ? 'proofs' : 'visits');

export interface Segment {
  readonly kind: Kind;
  readonly number: number;
  readonly path: string;
  bytes: number;
  /** Of what it holds; milliseconds since 1970, UTC. */
  oldestMs: number;
  newestMs: number;
  /** Records and subjects it holds something of. */
  readonly mentions: Perhaps;
}

const NAME = /^(visits|proofs)-(\d{8})\.jsonl$/;

export const segmentOf = (folder: string, kind: Kind, number: number): Segment => ({
  kind,
  number,
  path: join(folder, `${kind}-${String(number).padStart(8, '0')}.jsonl`),
  bytes: 0,
  oldestMs: Number.POSITIVE_INFINITY,
  newestMs: Number.NEGATIVE_INFINITY,
  mentions: createPerhaps(),
});

export function note(segment: Segment, { receivedAtMs, recordId, subject }: StoredEvent): void {
  segment.mentions.add(recordId);
  if (subject !== undefined) segment.mentions.add(subject);
  segment.oldestMs = Math.min(segment.oldestMs, receivedAtMs);
  segment.newestMs = Math.max(segment.newestMs, receivedAtMs);
}

/** Oldest first. What a killed process was about to put in place of a file is removed. */
export async function segmentsIn(folder: string, isReadOnly: boolean): Promise<Segment[]> {
  const names = (await readdir(folder)).toSorted();
  if (!isReadOnly) {
    for (const name of names.filter((each) => each.endsWith('.tmp'))) await rm(join(folder, name));
  }
  const found: Segment[] = [];
  for (const name of names) {
    const [, kind, number] = NAME.exec(name) ?? [];
    if (!kind) continue;
    const segment = segmentOf(folder, kind as Kind, Number(number));
    found.push({ ...segment, bytes: (await stat(segment.path)).size });
  }
  return found;
}

/** What is said of lines that cannot be read. */
export type Warn = (words: string) => void;

/** Its events, line by line. What cannot be read is passed over and said. */
export async function* eventsOf(segment: Segment, warn: Warn) {
  for await (const { text, endAt, isWhole } of linesOf(segment.path)) {
    // It is being written at this moment.
    if (!isWhole) return;
    const events = eventsIn(text);
    if (events) yield { text, events };
    else warn(`${segment.path}: skipped the line before byte ${endAt}: expected OTLP logs`);
  }
}

/** Cuts off half a line at its end, which nobody was told is kept. Only while nobody writes. */
export async function mend(segment: Segment, warn: Warn): Promise<void> {
  let wholeTo = 0;
  for await (const { endAt, isWhole } of linesOf(segment.path)) {
    if (isWhole) wholeTo = endAt;
  }
  if (wholeTo === segment.bytes) return;
  await truncate(segment.path, wholeTo);
  warn(
    `${segment.path}: dropped ${segment.bytes - wholeTo} bytes of a line that was never finished`,
  );
  segment.bytes = wholeTo;
}

/** Of the owner and the group: it is personal data, which a collector of the Customer's may read. */
export const FILE_MODE = 0o640;

/** So that a file that is new there outlives a power cut; not every system lets a folder be opened. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** Puts new bytes in place of a file, so that whoever opens it finds the one or the other. */
export async function replace(path: string, lines: readonly string[]): Promise<number> {
  const file = await open(`${path}.tmp`, 'w', FILE_MODE);
  try {
    for (const line of lines) await file.write(line);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
  await syncFolder(path);
  return (await stat(path)).size;
}
