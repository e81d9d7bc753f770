// A history to make receipts of: yes, one purpose taken back, then all of it. For tests only.
import type { Answer, ConsentRecord } from '../choice/choice.ts';
import { answerOf, NOON_MS, POLICY, SETTINGS } from '../choice/fakes.ts';
import type { FoldedRecords } from '../choice/fold.ts';
import { keep } from '../choice/keep/keep.ts';
import type { WebCrypto } from '../choice/web-crypto.ts';
import { fakeWorld } from '../fakes.ts';
import type { Delivered } from '../telemetry/delivery.ts';
import type { Quoted } from './quoted.ts';
import { type Receipt, toReceipt } from './receipt.ts';

export const RECEIPT_ID = '3f0c9a52-7a2e-4c58-9d3b-0a4f1f6d2b11';

/** Whole, as `quotedPolicy` makes it. */
export const PRIVACY_URL = 'https://site.example/privacy';

export const QUOTED: Quoted = {
  jurisdiction: 'EU',
  controller: { name: 'The Site', contact: 'privacy@site.example', privacyUrl: PRIVACY_URL },
  processor: { name: 'Social9', contact: 'legal@social9.example' },
  dataItems: { ip: { name: 'IP address' }, page: { name: 'Pages you visit' } },
  purposes: POLICY.purposes.map((purpose) => ({
    ...purpose,
    name: `Name of ${purpose.id}`,
    why: `Reason for ${purpose.id}`,
    services: purpose.services.map((service) => ({ ...service, name: `Name of ${service.id}` })),
  })),
  rights: [{ id: 'erase', name: 'Erase it', how: 'Ask The Site.' }],
};

export const ANSWERS: readonly Answer[] = [
  answerOf(['analytics', 'social', 'film'], 'accept-all'),
  answerOf(['analytics']),
  { ...answerOf([], 'withdraw'), input: 'keyboard' },
];

/** Records of these answers, a minute apart. */
export async function historyOf(
  webCrypto: WebCrypto,
  answers: readonly Answer[] = ANSWERS,
  settings = SETTINGS,
): Promise<ConsentRecord[]> {
  const world = fakeWorld();
  for (const answer of answers) {
    await keep(answer, settings, { ...world.keeping, webCrypto });
    world.clock.ms += 60_000;
  }
  return world.disk.history as ConsentRecord[];
}

export const receiptOf = (
  records: readonly ConsentRecord[],
  createdAt = NOON_MS + 3_600_000,
  folded?: FoldedRecords,
): Receipt => toReceipt({ records, folded, receiptId: RECEIPT_ID, createdAt, quoted: QUOTED });

/** The receiver took each proof a second after the choice, by a clock this much ahead of the device's. */
export const deliveredOf = (records: readonly ConsentRecord[], aheadMs = 0): Delivered[] =>
  records.map(({ recordId, decidedAt }) => ({
    recordId,
    status: 200,
    sentAt: decidedAt + 500,
    answeredAt: decidedAt + 1000,
    receiverAt: decidedAt + 1000 + aheadMs,
  }));

/** A yes that ran out, a new one, then a signal that took back what goes to third parties. */
export async function eventfulHistoryOf(webCrypto: WebCrypto): Promise<ConsentRecord[]> {
  const world = fakeWorld();
  const add = (answer: Answer) => keep(answer, SETTINGS, { ...world.keeping, webCrypto });
  await add(answerOf(['analytics', 'social', 'film'], 'accept-all'));
  world.clock.ms += 400 * 86_400_000;
  await add({ ...answerOf([], 'expired'), input: 'script' });
  await add(answerOf(['analytics', 'social', 'film'], 'accept-all'));
  await add({ ...answerOf(['analytics'], 'signal'), input: 'script' });
  return world.disk.history as ConsentRecord[];
}
