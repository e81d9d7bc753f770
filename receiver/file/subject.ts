// Which records are one subject's, as their proofs say.

import type { StoredEvent } from '../store.ts';
import { eventsOf, type Segment, type Warn } from './folder.ts';

/** Proofs in files that may mention a text. */
export async function* proofsWith(text: string, segments: readonly Segment[], warn: Warn) {
  for (const segment of segments) {
    if (segment.kind !== 'proofs' || !segment.mentions.has(text)) continue;
    for await (const { text: line, events } of eventsOf(segment, warn)) {
      if (line.includes(text)) yield* events;
    }
  }
}

export async function proofOf(
  recordId: string,
  segments: readonly Segment[],
  warn: Warn,
): Promise<StoredEvent | undefined> {
  for await (const proof of proofsWith(recordId, segments, warn)) {
    if (proof.recordId === recordId) return proof;
  }
  return undefined;
}

/** The record itself, and all others of its subject. */
export async function recordsBeside(
  recordId: string,
  segments: readonly Segment[],
  warn: Warn,
): Promise<ReadonlySet<string>> {
  const records = new Set([recordId]);
  const proof = await proofOf(recordId, segments, warn);
  if (proof?.subject === undefined) return records;
  for await (const { subject, recordId: other } of proofsWith(proof.subject, segments, warn)) {
    if (subject === proof.subject) records.add(other);
  }
  return records;
}
