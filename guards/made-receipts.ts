// Receipts as the product makes them: signed or not, eventful, folded, of another law, of little words.
import { proof } from '../src/browser/proof.ts';
import { makeKeyPair, signerOf } from '../src/browser/signature.ts';
import { answerOf, NOON_MS, POLICY, SETTINGS } from '../src/core/fakes.ts';
import type { Policy } from '../src/core/policy.ts';
import {
  deliveredOf,
  eventfulHistoryOf,
  historyOf,
  QUOTED,
  RECEIPT_ID,
} from '../src/core/receipt/fakes.ts';
import { type Receipt, type ReceiptSource, toReceipt } from '../src/core/receipt/receipt.ts';
import { seal } from '../src/core/receipt/sealed.ts';
import social9 from '../src/policies/social9.json' with { type: 'json' };

const signer = await signerOf(await makeKeyPair());
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

function receiptOf(source: Pick<ReceiptSource, 'records'> & Partial<ReceiptSource>): Receipt {
  const createdAt = NOON_MS + TWO_YEARS_MS;
  return toReceipt({ receiptId: RECEIPT_ID, createdAt, quoted: QUOTED, ...source });
}

const signed = (source: Parameters<typeof receiptOf>[0]) => seal(receiptOf(source), signer);

const history = await historyOf(proof);
const withoutCrypto = { uuid: proof.uuid, digest: () => Promise.resolve(null) };
const { jurisdiction: _jurisdiction, ...elsewhere } = QUOTED;

const standard = { ...social9, controller: { name: 'The Site' } } as unknown as Policy;
const inWeeks = POLICY.purposes.map((purpose) => ({ ...purpose, retention: 'P1Y2W' }));
const historyUnder = (policy: typeof POLICY) =>
  historyOf(proof, [answerOf(['analytics'])], { ...SETTINGS, policy });

/** What it is like, and the receipt. */
export const RECEIPTS: readonly (readonly [string, Receipt])[] = [
  ['signed', await signed({ records: history })],
  ['unsigned', await seal(receiptOf({ records: history }), null)],
  ['without hashes', await seal(receiptOf({ records: await historyOf(withoutCrypto) }), null)],
  [
    'folded',
    await seal(
      receiptOf({
        records: history,
        folded: { folded: 3, from: 1, until: 2, hash: 'a'.repeat(64) },
      }),
      null,
    ),
  ],
  ['delivered', await signed({ records: history, delivered: deliveredOf(history) })],
  ['with an end and a signal', await signed({ records: await eventfulHistoryOf(proof) })],
  ['without a jurisdiction', await signed({ records: history, quoted: elsewhere })],
  ['without a word', await signed({ records: history, quoted: {} })],
  [
    'kept for weeks',
    await signed({ records: await historyUnder({ ...POLICY, purposes: inWeeks }) }),
  ],
  [
    'of the default policy',
    await signed({ records: await historyUnder(standard), quoted: standard }),
  ],
];

/** The smallest one, signed. */
export const SMALL: Receipt = await signed({ records: history.slice(0, 1) });
