// Says of which records the time is doubtful: the receiver's clock said another when it took the proof (F-30).
import { type Delivered, isDelivered } from '../delivery.ts';

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

function doubtOf({ answeredAt, receiverAt }: Delivered): string | null {
  const offsetMs = receiverAt === undefined ? 0 : answeredAt - receiverAt;
  if (Math.abs(offsetMs) <= MAX_OFFSET_MS) return null;
  const words = inWords(Math.abs(offsetMs));
  return `doubtful: the device's clock was ${words} ${offsetMs > 0 ? 'ahead of' : 'behind'} the receiver's`;
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
    const words = isDelivered(delivered) ? doubtOf(delivered) : null;
    const path = `dpv:hasRecordOfActivity[${index}].dpv:isIndicatedAtTime`;
    return words === null ? [] : [{ path, words }];
  });
}
