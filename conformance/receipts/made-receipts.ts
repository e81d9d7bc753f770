// Receipts as the product makes them: signed or not, eventful, folded, of another law, of little words.

import { makeKeyPair, signerOf } from '../../src/browser/crypto/signature.ts';
import { webCrypto } from '../../src/browser/crypto/web-crypto.ts';
import { answerOf, inForm, NOON_MS, POLICY, SETTINGS } from '../../src/core/choice/fakes.ts';
import type { Policy } from '../../src/core/policy/policy.ts';
import {
  deliveredOf,
  eventfulHistoryOf,
  historyOf,
  QUOTED,
  RECEIPT_ID,
} from '../../src/core/receipt/fakes.ts';
import { type Receipt, type ReceiptSource, toReceipt } from '../../src/core/receipt/receipt.ts';
import { signReceipt } from '../../src/core/receipt/signed.ts';
import { social9 } from '../../src/policies/social9/policy.ts';

const signer = await signerOf(await makeKeyPair());
const TWO_YEARS_MS = 2 * 365 * 86_400_000;

function receiptOf(source: Pick<ReceiptSource, 'records'> & Partial<ReceiptSource>): Receipt {
  const createdAt = NOON_MS + TWO_YEARS_MS;
  return toReceipt({ receiptId: RECEIPT_ID, createdAt, quoted: QUOTED, ...source });
}

const signed = (source: Parameters<typeof receiptOf>[0]) => signReceipt(receiptOf(source), signer);

const history = await historyOf(webCrypto);
const withoutCrypto = { uuid: webCrypto.uuid, digest: () => Promise.resolve(null) };
const { jurisdiction: _jurisdiction, ...elsewhere } = QUOTED;

const standard = { ...social9, controller: { name: 'The Site' } } as unknown as Policy;
const inWeeks = POLICY.purposes.map((purpose) => ({ ...purpose, retention: 'P1Y2W' }));
const withOwn = POLICY.purposes.map((purpose) => ({
  ...purpose,
  retentions: { ip: 'P2W', choice: 'P1D' },
  visitors: 'id' as const,
  queryParameters: ['size', 'colour'],
}));
/** A no, a newsletter, another choice, and the newsletter taken back. */
const withForms = await historyOf(webCrypto, [
  answerOf([]),
  inForm('newsletter'),
  answerOf(['analytics']),
  inForm('newsletter', false),
]);
const beforeForm = {
  folded: 1,
  from: withForms[0]?.decidedAt ?? 0,
  until: withForms[0]?.decidedAt ?? 0,
  hash: withForms[0]?.hash ?? null,
};
const historyUnder = (policy: typeof POLICY) =>
  historyOf(webCrypto, [answerOf(['analytics'])], { ...SETTINGS, policy });

/** What it is like, and the receipt. */
export const RECEIPTS: readonly (readonly [string, Receipt])[] = [
  ['signed', await signed({ records: history })],
  ['unsigned', await signReceipt(receiptOf({ records: history }), null)],
  [
    'without hashes',
    await signReceipt(receiptOf({ records: await historyOf(withoutCrypto) }), null),
  ],
  [
    'folded',
    await signReceipt(
      receiptOf({
        records: history,
        folded: { folded: 3, from: 1, until: 2, hash: 'a'.repeat(64) },
      }),
      null,
    ),
  ],
  ['delivered', await signed({ records: history, delivered: deliveredOf(history) })],
  ['with an end and a signal', await signed({ records: await eventfulHistoryOf(webCrypto) })],
  ['with a consent in a form', await signed({ records: withForms })],
  [
    'of a consent in a form alone',
    await signed({ records: withForms.slice(1, 2), folded: beforeForm }),
  ],
  ['without a jurisdiction', await signed({ records: history, quoted: elsewhere })],
  ['without a word', await signed({ records: history, quoted: {} })],
  [
    'kept for weeks',
    await signed({ records: await historyUnder({ ...POLICY, purposes: inWeeks }) }),
  ],
  [
    'with times of their own, linked visits and parameters',
    await signed({ records: await historyUnder({ ...POLICY, purposes: withOwn }) }),
  ],
  [
    'of the default policy',
    await signed({ records: await historyUnder(standard), quoted: standard }),
  ],
];

/** The smallest one, signed. */
export const SMALL: Receipt = await signed({ records: history.slice(0, 1) });
