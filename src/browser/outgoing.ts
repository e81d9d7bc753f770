// All that leaves this page, by its way out: telemetry, the proof of a choice; each request in the ledger.

import type { ConsentRecord } from '../core/choice.ts';
import { choiceEvent } from '../core/choice-event.ts';
import { owedIn, withReply } from '../core/delivery.ts';
import { MAX_DELAY_MS, MAX_PAUSE_MS } from '../core/retry.ts';
import type { Traces } from '../core/rights.ts';
import { changeBeside, DELIVERIES, readBeside } from './beside-history.ts';
import { forgetLedger, noteSent, readLedger } from './ledger.ts';
import { createOutbox, type Heard } from './outbox.ts';

const outboxes: ReturnType<typeof createOutbox>[] = [];

export function openOutbox(
  endpoint: string | undefined,
  build: string,
  answered?: Heard['answered'],
) {
  const outbox = createOutbox(endpoint, build, { sent: noteSent, ...(answered && { answered }) });
  outboxes.push(outbox);
  return outbox;
}

let proofs: ReturnType<typeof createOutbox> | undefined;

/**
 * Sends the proof of a record that was kept, yes and no alike (L-25). A way out of its own: what a
 * withdrawal drops is telemetry, never the proof of the withdrawal.
 */
export function sendChoice(
  record: ConsentRecord,
  endpoint: string | undefined,
  build: string,
): void {
  if (!endpoint) return;
  proofs ??= openOutbox(endpoint, build, ({ id }, reply, delayMs) =>
    changeBeside(DELIVERIES, (before) => withReply(before, id, reply, delayMs, Date.now())),
  );
  proofs.send(choiceEvent(record), () => true);
}

/**
 * Sends proofs that an earlier page could not deliver, each when it is due (L-25). Two pages can send
 * the same one: it keeps its id.
 *
 * @param history as read, and written by us.
 */
export async function sendOwed(
  history: readonly unknown[],
  endpoint: string | undefined,
  build: string,
): Promise<void> {
  if (!endpoint) return;
  const nowMs = Date.now();
  for (const { record, dueAt } of owedIn(await readBeside(DELIVERIES), history)) {
    // Further away than any pause: the clock was wrong then, or is now (F-30).
    const delayMs = dueAt - nowMs > MAX_PAUSE_MS ? 0 : dueAt - nowMs;
    if (delayMs <= MAX_DELAY_MS) setTimeout(sendChoice, delayMs, record, endpoint, build);
  }
}

export const traces: Traces = {
  ledger: readLedger,
  drop: forgetLedger,
  async queue(history) {
    const here = outboxes.flatMap((outbox) => outbox.queue());
    const owed = owedIn(await readBeside(DELIVERIES), history)
      .map(({ record }) => choiceEvent(record))
      .filter(({ id }) => here.every((event) => event.id !== id));
    return [...here, ...owed];
  },
};
