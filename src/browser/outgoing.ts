// All that leaves this page, by its way out: telemetry, the proof of a choice; each request in the ledger.

import type { ConsentRecord } from '../core/choice.ts';
import { choiceEvent } from '../core/choice-event.ts';
import type { Traces } from '../core/rights.ts';
import { forgetLedger, noteSent, readLedger } from './ledger.ts';
import { createOutbox } from './outbox.ts';

const outboxes: ReturnType<typeof createOutbox>[] = [];

export function openOutbox(endpoint: string | undefined, build: string) {
  const outbox = createOutbox(endpoint, build, noteSent);
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
  proofs ??= openOutbox(endpoint, build);
  proofs.send(choiceEvent(record), () => true);
}

export const traces: Traces = {
  ledger: readLedger,
  drop: forgetLedger,
  queue: () => outboxes.flatMap((outbox) => outbox.queue()),
};
