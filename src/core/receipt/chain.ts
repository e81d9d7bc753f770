// Recomputes the hashes of a history and the links between its records (F-44).
import type { ConsentRecord } from '../choice/choice.ts';
import type { FoldedRecords } from '../choice/fold.ts';
import { isSubjectFresh } from '../choice/subject.ts';
import type { WebCrypto } from '../choice/web-crypto.ts';
import { canonical } from '../policy/canonical.ts';
import { type Fault, refuse } from '../policy/shape.ts';

type Digest = WebCrypto['digest'];

/** A record and what it goes on from. */
interface Link {
  readonly record: ConsentRecord;
  readonly path: string;
  /** The record before, or what stands for it; neither where a subject's chain begins. */
  readonly before: ConsentRecord | undefined;
  readonly folded: FoldedRecords | undefined;
}

/** What has no canonical form, as where a member is named like a method of objects, has no hash. */
async function hashOf(value: unknown, digest: Digest): Promise<string> {
  try {
    return (await digest(canonical(value))) ?? 'not to be had';
  } catch {
    return 'which it cannot have';
  }
}

async function checkHashes({ record, path }: Link, digest: Digest, faults: Fault[]): Promise<void> {
  const { hash, ...hashed } = record;
  const expected = await hashOf(hashed, digest);
  if (hash !== expected) refuse(`${path}.hash`, `the hash of this record, ${expected}`, faults);
  const terms = await hashOf(record.asked, digest);
  if (record.policyHash !== terms) {
    refuse(`${path}.policyHash`, `the hash of what was asked, ${terms}`, faults);
  }
}

function checkLink({ record, path, before, folded }: Link, faults: Fault[]): void {
  const linked = before ?? folded;
  if (record.previous !== (linked?.hash ?? null)) {
    const expected = linked ? `the hash of what was before, ${linked.hash}` : 'null in the first';
    refuse(`${path}.previous`, expected, faults);
  }
  if (folded && record.decidedAt < folded.until) {
    refuse(`${path}.decidedAt`, `not before ${folded.until}, the folded records`, faults);
  }
  if (before && record.subjectId !== before.subjectId) {
    refuse(`${path}.subjectId`, `the subject of the record before, ${before.subjectId}`, faults);
  }
}

function checkOrigin(record: ConsentRecord, first: ConsentRecord, path: string, faults: Fault[]) {
  if (record.origin !== first.origin) {
    refuse(`${path}.origin`, `the site of the first record, ${first.origin}`, faults);
  }
}

/**
 * A chain for each subject: its id begins where none is before, or where that one has had its time.
 * Whose records were folded is not known; one that is not tied to them is another's.
 */
function linksOf(
  records: readonly ConsentRecord[],
  folded: FoldedRecords | undefined,
  at: (index: number) => string,
  faults: Fault[],
): Link[] {
  let bornMs = folded?.from ?? records[0]?.decidedAt ?? 0;
  return records.map((record, index) => {
    const before = records[index - 1];
    const isSame = before ? record.subjectId === before.subjectId : record.previous !== null;
    const isFresh = isSubjectFresh(bornMs, record.decidedAt);
    const path = at(index);
    if (before && isSame && !isFresh) {
      refuse(`${path}.subjectId`, 'another id: this one is older than 13 months', faults);
    }
    if (isSame || isFresh) return { record, path, before, folded: before ? undefined : folded };
    bornMs = record.decidedAt;
    return { record, path, before: undefined, folded: undefined };
  });
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
  for (const link of linksOf(records, folded, at, faults)) {
    const { record, path } = link;
    if (seen.has(record.recordId)) refuse(`${path}.recordId`, 'an id used once', faults);
    seen.add(record.recordId);
    await checkHashes(link, digest, faults);
    checkLink(link, faults);
    checkOrigin(record, records[0] as ConsentRecord, path, faults);
    checkTimes(link, untilMs, faults);
  }
}
