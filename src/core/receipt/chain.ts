// Recomputes the hashes of a history and the links between its records (F-44).
import type { ConsentRecord } from '../choice.ts';
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

function checkLink({ record, path, before }: Link, faults: Fault[]): void {
  if (record.previous !== (before?.hash ?? null)) {
    const expected = before ? `the hash of the record before, ${before.hash}` : 'null in the first';
    refuse(`${path}.previous`, expected, faults);
  }
  if (before && record.subjectId !== before.subjectId) {
    refuse(`${path}.subjectId`, `the subject of the record before, ${before.subjectId}`, faults);
  }
  if (before && record.origin !== before.origin) {
    refuse(`${path}.origin`, `the site of the record before, ${before.origin}`, faults);
  }
}

function checkTimes({ record, path, before }: Link, untilMs: number, faults: Fault[]): void {
  const { decidedAt, expiresAt } = record;
  if (before && decidedAt < before.decidedAt) {
    refuse(`${path}.decidedAt`, `not before ${before.decidedAt}, the record before`, faults);
  }
  if (decidedAt > untilMs) refuse(`${path}.decidedAt`, 'not after the receipt was made', faults);
  if (expiresAt <= decidedAt) refuse(`${path}.expiresAt`, `after decidedAt, ${decidedAt}`, faults);
}

/**
 * Everything wrong with a history.
 *
 * @param untilMs when the receipt was made; nothing in it is younger.
 * @param at path of the record with this index.
 */
export async function checkChain(
  records: readonly ConsentRecord[],
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
    checkLink(link, faults);
    checkTimes(link, untilMs, faults);
  }
}
