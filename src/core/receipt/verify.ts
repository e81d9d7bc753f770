// Checks a receipt: whole, unbroken, saying what its records say, signed; or names each fault (F-44).
import type { ConsentRecord } from '../choice.ts';
import { type Delivered, isDelivered } from '../delivery.ts';
import type { FoldedRecords } from '../fold.ts';
import type { Proof as Hashing } from '../ports.ts';
import { type Fault, isObject, refuse } from '../shape.ts';
import { checkChain } from './chain.ts';
import { checkSame } from './difference.ts';
import { type Quoted, WORDS } from './quoted.ts';
import { type Receipt, toReceipt } from './receipt.ts';
import { isFolded, isRecord, uuid } from './record-shape.ts';
import { signedText } from './sealed.ts';

/** What a check needs of Web Crypto. */
export interface ReceiptCrypto extends Pick<Hashing, 'digest'> {
  /** Whether an ES256 signature (base64url) of a text fits a public key (JWK). Never rejects. */
  isSigned(text: string, signature: unknown, publicKey: unknown): Promise<boolean>;
}

const RECORDS = 'dpv:hasRecordOfActivity';
const STORED = 's9:stored';
const DELIVERED = 's9:delivered';

/** What is not compared: words, and the proof, which is checked by itself. */
const NOT_COMPARED: ReadonlySet<string> = new Set([...WORDS, 'proof']);

/** What stands in the receipt and in no record; it is taken as given. */
interface Given {
  readonly records: readonly ConsentRecord[];
  readonly folded: FoldedRecords | undefined;
  readonly delivered: readonly Delivered[];
  readonly createdAt: number;
  readonly quoted: Quoted;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What the receiver answered, of the records it belongs to. */
function deliveredIn(nodes: readonly unknown[], faults: Fault[]): Delivered[] {
  return nodes.flatMap((node, index) => {
    const value = isObject(node) ? node[DELIVERED] : undefined;
    if (value === undefined) return [];
    if (isDelivered(value)) return [value];
    refuse(`${RECORDS}[${index}].${DELIVERED}`, 'an answer of a receiver, with its time', faults);
    return [];
  });
}

/** The stored records and the rest of what a receipt is made of; `null` when it is not one. */
function readGiven(receipt: Record<string, unknown>, faults: Fault[]): Given | null {
  uuid(receipt['dct:identifier'], 'dct:identifier', faults);
  const createdAt = Date.parse(String(receipt['dct:created']));
  if (Number.isNaN(createdAt)) refuse('dct:created', 'a time as 2026-03-01T12:00:00.000Z', faults);
  const nodes = receipt[RECORDS];
  if (!Array.isArray(nodes) || nodes.length === 0) {
    return refuse(RECORDS, 'a list of one record or more', faults) ?? null;
  }
  const stored = nodes.map((node: unknown) => (isObject(node) ? node[STORED] : undefined));
  const records = stored.filter((record, index): record is ConsentRecord =>
    isRecord(record, pathOf(index), faults),
  );
  const delivered = deliveredIn(nodes, faults);
  const folded = receipt['s9:folded'];
  const isWhole = folded === undefined || isFolded(folded, 's9:folded', faults);
  const { 's9:unasked': unasked, 's9:jurisdiction': jurisdiction } = receipt;
  if (!Array.isArray(unasked) || !unasked.every(isText)) {
    return refuse('s9:unasked', 'a list of purposes', faults) ?? null;
  }
  if (jurisdiction !== undefined && !isText(jurisdiction)) {
    return refuse('s9:jurisdiction', 'a text', faults) ?? null;
  }
  if (faults.length > 0 || !isWhole) return null;
  const purposes = unasked.map((id) => ({ id, basis: 'necessary' as const }));
  return {
    records,
    folded,
    delivered,
    createdAt,
    quoted: { purposes, ...(jurisdiction && { jurisdiction }) },
  };
}

const pathOf = (index: number): string => `${RECORDS}[${index}].${STORED}`;

async function checkSignature(
  receipt: Receipt,
  crypto: ReceiptCrypto,
  faults: Fault[],
): Promise<void> {
  const { proof } = receipt;
  const signature = isObject(proof) ? proof['s9:signature'] : undefined;
  if (!isObject(proof) || !isText(signature)) {
    refuse('proof.s9:signature', 'a signature; without one nothing shows who edited it', faults);
  } else if (!(await crypto.isSigned(signedText(receipt), signature, proof['s9:publicKey']))) {
    refuse('proof.s9:signature', 'the signature of this receipt by proof.s9:publicKey', faults);
  }
}

/**
 * Everything wrong with a receipt; empty when it is valid. Valid means: nothing was edited since it
 * was signed, and no record is missing between the first and the last. It does not mean that a person
 * pressed: any script of the site could have made the whole of it.
 *
 * @param receipt as parsed from JSON; may be anything.
 */
export async function verifyReceipt(receipt: unknown, crypto: ReceiptCrypto): Promise<Fault[]> {
  const faults: Fault[] = [];
  if (!isObject(receipt)) return [{ path: '', expected: 'a receipt: a JSON object' }];
  const given = readGiven(receipt, faults);
  if (!given) {
    return faults.map((fault) =>
      fault.unknown ? { ...fault, expected: 'no such member' } : fault,
    );
  }
  await checkChain(given.records, given.folded, given.createdAt, crypto.digest, pathOf, faults);
  // The receipt is a function of what is stored, so it is made again and compared.
  const again = toReceipt({ ...given, receiptId: receipt['dct:identifier'] as string });
  checkSame(receipt, again, NOT_COMPARED, '', faults);
  await checkSignature(receipt as unknown as Receipt, crypto, faults);
  return faults;
}
