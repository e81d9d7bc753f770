// Checks a receipt: whole, unbroken, saying what its records say, signed; or names each fault (F-44).
import type { ConsentRecord } from '../choice/choice.ts';
import { type FoldedRecords, MAX_RECORDS } from '../choice/fold.ts';
import type { WebCrypto } from '../choice/web-crypto.ts';
import { type Fault, isObject, refuse } from '../policy/shape.ts';
import { type Delivered, isDelivered } from '../telemetry/delivery.ts';
import { checkChain } from './chain.ts';
import { checkSame } from './difference.ts';
import { readJson } from './json-text.ts';
import { plainCopy } from './plain.ts';
import { readProof } from './proof-shape.ts';
import type { Quoted } from './quoted.ts';
import { checkAddresses, quotedIn } from './quoted-in.ts';
import { type Receipt, toReceipt } from './receipt.ts';
import type { PublicKey } from './receipt-proof.ts';
import { isFolded, isRecord, uuid } from './record-shape.ts';
import { signedText } from './signed.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** What a check needs of Web Crypto. */
export interface ReceiptCrypto extends Pick<WebCrypto, 'digest'> {
  /** The thumbprint of a key by RFC 7638, SHA-256 in base64url. */
  thumbprint(publicKey: PublicKey): Promise<string>;
  /** Whether an ES256 signature (base64url) of a text fits a public key (JWK). Never rejects. */
  isSigned(text: string, signature: unknown, publicKey: unknown): Promise<boolean>;
}

const RECORDS = 'dpv:hasRecordOfActivity';
const STORED = 's9:stored';
const DELIVERED = 's9:delivered';
/** As long as a history becomes. */
const MAX_NODES = 2 * MAX_RECORDS;
/** As many a policy can have. */
const MAX_PURPOSES = 100;

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
  const { 'dct:created': created } = receipt;
  const createdAt = isText(created) ? Date.parse(created) : Number.NaN;
  if (Number.isNaN(createdAt)) refuse('dct:created', 'a time as 2026-03-01T12:00:00.000Z', faults);
  const nodes = receipt[RECORDS];
  if (!Array.isArray(nodes) || nodes.length === 0 || nodes.length > MAX_NODES) {
    return refuse(RECORDS, `a list of one record or more, up to ${MAX_NODES}`, faults) ?? null;
  }
  const stored = nodes.map((node: unknown) => (isObject(node) ? node[STORED] : undefined));
  const records = stored.filter((record, index): record is ConsentRecord =>
    isRecord(record, pathOf(index), faults),
  );
  const delivered = deliveredIn(nodes, faults);
  const folded = receipt['s9:folded'];
  const isWhole = folded === undefined || isFolded(folded, 's9:folded', faults);
  const { 's9:unasked': unasked, 's9:jurisdiction': jurisdiction } = receipt;
  if (!Array.isArray(unasked) || unasked.length > MAX_PURPOSES || !unasked.every(isText)) {
    return refuse('s9:unasked', `a list of purposes, up to ${MAX_PURPOSES}`, faults) ?? null;
  }
  if (jurisdiction !== undefined && !isText(jurisdiction)) {
    return refuse('s9:jurisdiction', 'a text', faults) ?? null;
  }
  if (faults.length > 0 || !isWhole) return null;
  const quoted = quotedIn(receipt, unasked);
  checkAddresses(quoted, faults);
  return { records, folded, delivered, createdAt, quoted };
}

const pathOf = (index: number): string => `${RECORDS}[${index}].${STORED}`;

/** Resolves to the thumbprint of the key whose signature holds. */
async function checkSignature(
  receipt: Receipt,
  crypto: ReceiptCrypto,
  faults: Fault[],
): Promise<string | null> {
  const proof = readProof(receipt.proof, faults);
  if (!proof) return null;
  const { publicKey, signature } = proof;
  if (await crypto.isSigned(signedText(receipt), signature, publicKey)) {
    return crypto.thumbprint(publicKey);
  }
  refuse('proof.s9:signature', 'the signature of this receipt by proof.s9:publicKey', faults);
  return null;
}

/**
 * Everything wrong with a receipt; empty when it is valid. Valid means: nothing was edited since it
 * was signed, and no record is missing between the first and the last. It does not mean that a person
 * pressed: any script of the site could have made the whole of it.
 *
 * @param given as text, or as parsed from JSON, which tells of no member that stood there twice; may be
 * anything.
 */
export async function verifyReceipt(given: unknown, crypto: ReceiptCrypto): Promise<Verdict> {
  const faults: Fault[] = [];
  const said = isText(given) ? readJson(given, faults) : given;
  const receipt = faults.length === 0 ? plainCopy(said, faults) : undefined;
  if (!isObject(receipt)) {
    if (faults.length === 0) refuse('', 'a receipt: a JSON object', faults);
    return verdictOf(faults);
  }
  const found = readGiven(receipt, faults);
  if (!found) {
    return verdictOf(
      faults.map((fault) => (fault.unknown ? { ...fault, expected: 'no such member' } : fault)),
    );
  }
  await checkChain(found.records, found.folded, found.createdAt, crypto.digest, pathOf, faults);
  // The receipt is a function of what is stored and quoted, so it is made again and compared.
  const again = toReceipt({ ...found, receiptId: receipt['dct:identifier'] as string });
  const { proof: _proof, ...statements } = receipt;
  checkSame(statements, again, '', faults);
  const thumbprint = await checkSignature(receipt as unknown as Receipt, crypto, faults);
  return verdictOf(faults, found, thumbprint);
}
