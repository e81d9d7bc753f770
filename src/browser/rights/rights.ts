// The End-User's rights over what is kept in this browser (L-27).
import type { ConsentRecord } from '../../core/choice/choice.ts';
import { collectionsIn } from '../../core/choice/collections.ts';
import type { FoldedRecords } from '../../core/choice/fold.ts';
import { isObject } from '../../core/policy/shape.ts';
import { toKantara } from '../../core/receipt/kantara.ts';
import type { Quoted } from '../../core/receipt/quoted.ts';
import { type Receipt, toReceipt } from '../../core/receipt/receipt.ts';
import { isFolded, isRecord } from '../../core/receipt/record-shape.ts';
import { signReceipt } from '../../core/receipt/signed.ts';
import type { Rights, RightsHost } from '../../core/rights/rights.ts';
import { asDeliveries, isTaken } from '../../core/telemetry/delivery.ts';
import { asQueue } from '../../core/telemetry/queue.ts';
import { webCrypto } from '../crypto/web-crypto.ts';
import { createDeviceKey } from '../database/device-key.ts';
import { asHistory } from '../database/history.ts';
import { DELIVERIES, HISTORY, OUTBOX } from '../database/keys.ts';
import { readLedger } from '../database/ledger.ts';
import { readValue } from '../database/values.ts';
import { owedEvents } from '../telemetry/proofs.ts';
import { erase } from './erase.ts';

/** The policy in force in the words of a language. */
export type Quote = (language: string) => Promise<Quoted>;

/** All that is kept, edited or not: what was edited is named by whoever checks, and hidden from nobody (F-44). */
const keptBy = async ({ ports: { history } }: RightsHost): Promise<readonly unknown[]> =>
  history.place === 'memory' ? history.known : asHistory(await readValue(HISTORY));

/** Records of another shape or site are no choices, and no receipt speaks of them (F-10, F-49). */
const wholeRecords = (history: readonly unknown[], origin: string): ConsentRecord[] =>
  history.filter(
    (entry): entry is ConsentRecord => isRecord(entry, '', []) && entry.origin === origin,
  );

/** The newest record on a collection, and in place of all before it only that there was something. */
function aloneIn(records: readonly ConsentRecord[], folded: FoldedRecords | undefined, id: string) {
  const at = records.map(({ collection }) => collection).lastIndexOf(id);
  const [record, first, last] = [records[at], records[0], records[at - 1]];
  // What begins a chain of its own goes on from nothing.
  if (!record?.previous || !first || !last)
    return { records: record ? [record] : [], folded: record?.previous ? folded : undefined };
  const before = {
    folded: (folded?.folded ?? 0) + at,
    from: folded?.from ?? first.decidedAt,
    until: last.decidedAt,
    hash: record.previous,
  };
  return { records: [record], folded: before };
}

async function receiptOf(
  { ports }: RightsHost,
  history: readonly unknown[],
  quote: Quote,
  collection: string | undefined,
) {
  const [oldest] = history;
  const all = {
    records: wholeRecords(history, ports.origin),
    folded: isFolded(oldest, '', []) ? oldest : undefined,
  };
  const { records, folded } =
    collection === undefined ? all : aloneIn(all.records, all.folded, collection);
  if (records.length === 0) return null;
  const delivered = asDeliveries(await readValue(DELIVERIES)).filter(isTaken);
  // Where nobody was asked by the newest, as by a signal: the language last on screen.
  const language = [...records].reverse().find((each) => each.language !== null)?.language;
  return toReceipt({
    records,
    folded,
    delivered,
    receiptId: webCrypto.uuid(),
    createdAt: ports.clock.now(),
    quoted: await quote(language ?? ''),
  });
}

/** Events that wait here, and what a later page may have to send. */
async function queueOf({ ports }: RightsHost, history: readonly unknown[]) {
  const here = ports.outgoing.outboxes.flatMap((outbox) => outbox.queue());
  const later = [
    ...asQueue(await readValue(OUTBOX), ports.clock.now()).events,
    ...(await owedEvents(history)),
  ];
  return [...here, ...later.filter(({ id }) => here.every((event) => event.id !== id))];
}

export function createRights(host: RightsHost, quote: Quote): Rights {
  const deviceKey = createDeviceKey();
  return {
    async receipt(of) {
      const collection = isObject(of) ? of.collection : undefined;
      if (of !== undefined && of !== 'kantara' && typeof collection !== 'string') {
        throw new TypeError(
          "consent.receipt: expected 'kantara', { collection: 'newsletter' }, or nothing",
        );
      }
      const receipt: Receipt | null = await receiptOf(host, await keptBy(host), quote, collection);
      if (!receipt) return null;
      const signed = await signReceipt(receipt, await deviceKey.signer());
      return of === 'kantara' ? toKantara(signed) : signed;
    },

    async export() {
      const records = await keptBy(host);
      return {
        records,
        ledger: await readLedger(host.ports.outgoing),
        queue: await queueOf(host, records),
        collections: Object.entries(
          collectionsIn(records, host.ports.origin, host.ports.clock.now()),
        ).map(([id, state]) => ({ id, ...state })),
      };
    },

    erase: async () => erase(host, await keptBy(host), deviceKey),
  };
}
