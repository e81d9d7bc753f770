// The End-User's rights over what is kept in this browser (L-27).
import type { ConsentRecord } from '../core/choice.ts';
import { asDeliveries, isTaken } from '../core/delivery.ts';
import { toKantara } from '../core/receipt/kantara.ts';
import { toReceipt } from '../core/receipt/receipt.ts';
import { isFolded, isRecord } from '../core/receipt/record-shape.ts';
import { seal } from '../core/receipt/sealed.ts';
import type { Rights, RightsHost, Traces } from '../core/rights.ts';
import { DELIVERIES, readBeside } from './beside-history.ts';
import { asHistory, type HeldStore, KEY } from './choice-store.ts';
import { deviceSigner } from './device-key.ts';
import { erase } from './erase.ts';
import { proof } from './proof.ts';
import { quotedPolicy } from './quoted-policy.ts';

export type CreateRights = (host: RightsHost, traces: Traces) => Rights;

export const createRights: CreateRights = (host, traces) => {
  const { settings, ports } = host;

  /** Records of another shape or site are no choices, and no receipt speaks of them (F-10, F-49). */
  const wholeRecords = (history: readonly unknown[]): ConsentRecord[] =>
    history.filter(
      (entry): entry is ConsentRecord => isRecord(entry, '', []) && entry.origin === ports.origin,
    );

  const store = ports.choices as HeldStore;

  /** All that is kept, edited or not: what was edited is named by whoever checks, and hidden from nobody (F-44). */
  const kept = async (): Promise<readonly unknown[]> =>
    store.place === 'memory' ? store.known : asHistory(await readBeside(KEY));

  return {
    async receipt(format) {
      if (format !== undefined && format !== 'kantara') {
        throw new TypeError("consent.receipt: expected 'kantara', or nothing");
      }
      const history = await kept();
      const records = wholeRecords(history);
      if (records.length === 0) return null;
      const delivered = asDeliveries(await readBeside(DELIVERIES)).filter(isTaken);
      const [oldest] = history;
      // Where nobody was asked by the newest, as by a signal: the language last on screen.
      const language = [...records].reverse().find((each) => each.language !== null)?.language;
      const receipt = toReceipt({
        records,
        folded: isFolded(oldest, '', []) ? oldest : undefined,
        delivered,
        receiptId: proof.uuid(),
        createdAt: ports.clock.now(),
        quoted: quotedPolicy(settings.policy, language ?? ''),
      });
      const sealed = await seal(receipt, await deviceSigner());
      return format ? toKantara(sealed) : sealed;
    },

    async export() {
      const records = await kept();
      return {
        records,
        ledger: await traces.ledger(),
        queue: await traces.queue(records),
        // No form keeps a consent here yet.
        collections: [],
      };
    },

    erase: async () => erase(host, traces, await kept()),
  };
};
