// The history of records as one consent receipt: ISO/IEC TS 27560 in JSON-LD with DPV's terms (S-07).
import type { ConsentRecord } from '../choice/choice.ts';
import type { FoldedRecords } from '../choice/fold.ts';
import type { Delivered } from '../telemetry/delivery.ts';
import { statusNow } from './consent-status.ts';
import { CONTEXT } from './context.ts';
import { jcs } from './jcs.ts';
import { type Quoted, unaskedIn } from './quoted.ts';
import type { ReceiptProof } from './receipt-proof.ts';
import { instant, profileOf, recordNode } from './record-node.ts';
import { rightNode } from './right-node.ts';

/** What a receipt is made of. */
export interface ReceiptSource {
  /** Oldest first, at least one. */
  readonly records: readonly ConsentRecord[];
  /** Stands for older ones, of which nothing is left but that there were some. Default: none. */
  readonly folded?: FoldedRecords | undefined;
  /** What the receiver of their proofs answered. Default: nothing. */
  readonly delivered?: readonly Delivered[];
  /** UUID of this receipt. */
  readonly receiptId: string;
  /** Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  readonly quoted: Quoted;
}

/** Where the record stands that a receipt is about: the newest choice; of consents in forms alone the newest. */
export function newestIn(records: readonly Pick<ConsentRecord, 'collection'>[]): number {
  const choice = records.map(({ collection = '' }) => collection).lastIndexOf('');
  return choice < 0 ? records.length - 1 : choice;
}

/** The record on the same before: of choices the choice before, of a collection its own. */
const beforeOf = ({ collection }: ConsentRecord, earlier: readonly ConsentRecord[]) =>
  earlier[earlier.map((each) => each.collection).lastIndexOf(collection)];

/** The statements of a receipt: a function of the records and of what is quoted, and of nothing else. */
function statements(source: ReceiptSource) {
  const { records, folded, delivered = [], receiptId, createdAt, quoted } = source;
  const nodes = records.map((record, index) =>
    recordNode(
      { record, before: beforeOf(record, records.slice(0, index)) },
      quoted,
      delivered.find(({ recordId }) => recordId === record.recordId),
    ),
  );
  const newest = newestIn(records);
  const isExpired = createdAt >= (records[newest]?.expiresAt ?? 0);
  return {
    '@context': CONTEXT,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': profileOf('receipt', quoted),
    'dct:identifier': receiptId,
    'dct:created': instant(createdAt),
    'dpv:hasConsentStatus': statusNow(
      nodes[newest]?.['dpv:hasConsentStatus'] ?? 'dpv:ConsentUnknown',
      isExpired,
    ),
    'dpv:hasRight': quoted.rights?.map(rightNode),
    'dpv:hasRecordOfActivity': nodes,
    's9:folded': folded,
    's9:jurisdiction': quoted.jurisdiction,
    's9:unasked': unaskedIn(quoted),
  };
}

/**
 * A consent receipt as ISO/IEC TS 27560 has it, in JSON-LD with the W3C's Data Privacy Vocabulary 2.3.
 * `docs/receipt` holds its JSON Schema and its context.
 */
export type Receipt = ReturnType<typeof statements> & {
  /** How it is signed, or why it is not. */
  readonly proof?: ReceiptProof;
};

/** Plain data: nothing undefined, nothing shared with the records. */
export const toReceipt = (source: ReceiptSource): Receipt =>
  JSON.parse(jcs(statements(source))) as Receipt;
