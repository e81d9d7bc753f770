// Says of which records the time is doubtful: the receiver's clock said another when it took the proof (F-30).
import type { ConsentRecord } from '../choice/choice.ts';
import { type Delivered, isDelivered } from '../telemetry/delivery.ts';

/** Something that makes a receipt no less whole, and that its reader should know. */
export interface Doubt {
  /** Where, e.g. `dpv:hasRecordOfActivity[0].dpv:isIndicatedAtTime`. */
  readonly path: string;
  readonly words: string;
}

/** An answer takes seconds; a device that is set by the network is right to a second. */
const MAX_OFFSET_MS = 300_000;

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** In the largest unit that is one or more of: `2 hours`. */
function inWords(ms: number): string {
  const [unit, length] = UNITS.find(([, each]) => ms >= each) ?? UNITS[2];
  const count = Math.round(ms / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How far ahead of the receiver's clock the device's was, at the least; how long an answer took says nothing. */
function aheadMs({ sentAt, answeredAt, receiverAt = sentAt }: Delivered): number {
  if (receiverAt < sentAt) return sentAt - receiverAt;
  return receiverAt > answeredAt ? answeredAt - receiverAt : 0;
}

function doubtOf(delivered: Delivered, decidedAt: number): string | null {
  const { receiverAt = decidedAt } = delivered;
  const offsetMs = aheadMs(delivered);
  if (Math.abs(offsetMs) > MAX_OFFSET_MS) {
    const how = `${inWords(Math.abs(offsetMs))} ${offsetMs > 0 ? 'ahead of' : 'behind'}`;
    return `doubtful: the device's clock was ${how} the receiver's`;
  }
  // The clock was put right between the choice and its proof.
  return decidedAt - receiverAt > MAX_OFFSET_MS
    ? `doubtful: ${inWords(decidedAt - receiverAt)} after the receiver had the proof of it`
    : null;
}

/**
 * Of a valid receipt, the times to doubt.
 *
 * @param receipt as parsed from JSON, and checked.
 */
export function doubtsIn(receipt: { readonly [member: string]: unknown }): Doubt[] {
  const nodes = receipt['dpv:hasRecordOfActivity'] as readonly Record<string, unknown>[];
  return nodes.flatMap((node, index) => {
    const delivered = node['s9:delivered'];
    const { decidedAt } = node['s9:stored'] as ConsentRecord;
    const words = isDelivered(delivered) ? doubtOf(delivered, decidedAt) : null;
    const path = `dpv:hasRecordOfActivity[${index}].dpv:isIndicatedAtTime`;
    return words === null ? [] : [{ path, words }];
  });
}
