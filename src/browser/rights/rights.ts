// The End-User's rights over what is kept in this browser (L-27).
import type { ConsentRecord } from '../../core/choice/choice.ts';
import { toKantara } from '../../core/receipt/kantara.ts';
import type { Quoted } from '../../core/receipt/quoted.ts';
import { type Receipt, toReceipt } from '../../core/receipt/receipt.ts';
import { isFolded, isRecord } from '../../core/receipt/record-shape.ts';
import { signReceipt } from '../../core/receipt/signed.ts';
import type { Rights, RightsHost } from '../../core/rights/rights.ts';
import { asDeliveries, isTaken } from '../../core/telemetry/delivery.ts';
import { webCrypto } from '../crypto/web-crypto.ts';
import { createDeviceKey } from '../database/device-key.ts';
import { asHistory } from '../database/history.ts';
import { DELIVERIES, HISTORY } from '../database/keys.ts';
import { readLedger } from '../database/ledger.ts';
import { readValue } from '../database/values.ts';
import { owedEvents } from '../telemetry/proofs.ts';
import { erase } from './erase.ts';

/** The policy in force in the words of a language. */
export type Quote = (language: string) => Quoted;

/** All that is kept, edited or not: what was edited is named by whoever checks, and hidden from nobody (F-44). */
const keptBy = async ({ ports: { history } }: RightsHost): Promise<readonly unknown[]> =>
  history.place === 'memory' ? history.known : asHistory(await readValue(HISTORY));

/** Records of another shape or site are no choices, and no receipt speaks of them (F-10, F-49). */
const wholeRecords = (history: readonly unknown[], origin: string): ConsentRecord[] =>
  history.filter(
    (entry): entry is ConsentRecord => isRecord(entry, '', []) && entry.origin === origin,
  );

async function receiptOf({ ports }: RightsHost, history: readonly unknown[], quote: Quote) {
  const records = wholeRecords(history, ports.origin);
  if (records.length === 0) return null;
  const delivered = asDeliveries(await readValue(DELIVERIES)).filter(isTaken);
  const [oldest] = history;
  // Where nobody was asked by the newest, as by a signal: the language last on screen.
  const language = [...records].reverse().find((each) => each.language !== null)?.language;
  return toReceipt({
    records,
    folded: isFolded(oldest, '', []) ? oldest : undefined,
    delivered,
    receiptId: webCrypto.uuid(),
    createdAt: ports.clock.now(),
    quoted: quote(language ?? ''),
  });
}

/** Events that wait here, and proofs that a later page may have to send. */
async function queueOf({ ports }: RightsHost, history: readonly unknown[]) {
  const here = ports.outgoing.outboxes.flatMap((outbox) => outbox.queue());
  const owed = await owedEvents(history);
  return [...here, ...owed.filter(({ id }) => here.every((event) => event.id !== id))];
}

export function createRights(host: RightsHost, quote: Quote): Rights {
  const deviceKey = createDeviceKey();
  return {
    async receipt(format) {
      if (format !== undefined && format !== 'kantara') {
        throw new TypeError("consent.receipt: expected 'kantara', or nothing");
      }
      const receipt: Receipt | null = await receiptOf(host, await keptBy(host), quote);
      if (!receipt) return null;
      const signed = await signReceipt(receipt, await deviceKey.signer());
      return format ? toKantara(signed) : signed;
    },

    async export() {
      const records = await keptBy(host);
      return {
        records,
        ledger: await readLedger(host.ports.outgoing),
        queue: await queueOf(host, records),
        // No form keeps a consent here yet.
        collections: [],
      };
    },

    erase: async () => erase(host, await keptBy(host), deviceKey),
  };
}
