// Recomputes the hashes of a history and the links between its records (F-44).
import type { ConsentRecord } from '../choice.ts';
import type { FoldedRecords } from '../fold.ts';
import { canonical } from '../policy.ts';
import type { Proof } from '../ports.ts';
import { type Fault, refuse } from '../shape.ts';

type Digest = Proof['digest'];

/** A record and where it stands. */
interface Link {
  readonly record: ConsentRecord;
  readonly path: string;
  readonly before: ConsentRecord | undefined;
}

async function checkHashes({ record, path }: Link, digest: Digest, faults: Fault[]): Promise<void> {
  const { hash, ...hashed } = record;
  const expected = await digest(canonical(hashed));
  if (hash !== expected) refuse(`${path}.hash`, `the hash of this record, ${expected}`, faults);
  const terms = await digest(canonical(record.asked));
  if (record.policyHash !== terms) {
    refuse(`${path}.policyHash`, `the hash of what was asked, ${terms}`, faults);
  }
}

function checkLink(
  { record, path, before }: Link,
  folded: FoldedRecords | undefined,
  faults: Fault[],
): void {
  const linked = before ?? folded;
  if (record.previous !== (linked?.hash ?? null)) {
    const expected = linked ? `the hash of what was before, ${linked.hash}` : 'null in the first';
    refuse(`${path}.previous`, expected, faults);
  }
  if (!before && folded && record.decidedAt < folded.until) {
    refuse(`${path}.decidedAt`, `not before ${folded.until}, the folded records`, faults);
  }
  if (before && record.subjectId !== before.subjectId) {
    refuse(`${path}.subjectId`, `the subject of the record before, ${before.subjectId}`, faults);
  }
  if (before && record.origin !== before.origin) {
    refuse(`${path}.origin`, `the site of the record before, ${before.origin}`, faults);
  }
}

function checkTimes({ record, path, before }: Link, untilMs: number, faults: Fault[]): void {
  const { decidedAt, expiresAt, source } = record;
  if (before && decidedAt < before.decidedAt) {
    refuse(`${path}.decidedAt`, `not before ${before.decidedAt}, the record before`, faults);
  }
  if (decidedAt > untilMs) refuse(`${path}.decidedAt`, 'not after the receipt was made', faults);
  if (source === 'expired' ? expiresAt !== 0 : expiresAt <= decidedAt) {
    const expected =
      source === 'expired' ? '0: that a choice ran out is none' : `after ${decidedAt}`;
    refuse(`${path}.expiresAt`, expected, faults);
  }
}

/**
 * Everything wrong with a history.
 *
 * @param folded what stands for records older than the first.
 * @param untilMs when the receipt was made; nothing in it is younger.
 * @param at path of the record with this index.
 */
export async function checkChain(
  records: readonly ConsentRecord[],
  folded: FoldedRecords | undefined,
  untilMs: number,
  digest: Digest,
  at: (index: number) => string,
  faults: Fault[],
): Promise<void> {
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const link = { record, path: at(index), before: records[index - 1] };
    if (seen.has(record.recordId)) refuse(`${link.path}.recordId`, 'an id used once', faults);
    seen.add(record.recordId);
    await checkHashes(link, digest, faults);
    checkLink(link, folded, faults);
    checkTimes(link, untilMs, faults);
  }
}
