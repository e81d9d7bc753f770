// All that leaves this page, by its way out: telemetry, the proof of a choice; each request in the ledger.

import type { ConsentRecord } from '../core/choice.ts';
import { choiceEvent } from '../core/choice-event.ts';
import { owedIn, withClaim, withTry } from '../core/delivery.ts';
import type { TelemetryEvent } from '../core/events.ts';
import { MAX_DELAY_MS } from '../core/retry.ts';
import type { Traces } from '../core/rights.ts';
import { changeBeside, DELIVERIES, readBeside } from './beside-history.ts';
import { forgetLedger, noteSent, readLedger } from './ledger.ts';
import { createOutbox, type Heard } from './outbox.ts';
import { isOurs } from './own-record.ts';

const outboxes: ReturnType<typeof createOutbox>[] = [];

export function openOutbox(endpoint: string | undefined, build: string, tried?: Heard['tried']) {
  const outbox = createOutbox(endpoint, build, { sent: noteSent, ...(tried && { tried }) });
  outboxes.push(outbox);
  return outbox;
}

let proofs: ReturnType<typeof createOutbox> | undefined;

/**
 * A way out of its own: what a withdrawal drops is telemetry, never the proof of the withdrawal.
 *
 * @param allows asked before each try.
 */
function send(
  record: ConsentRecord,
  endpoint: string,
  build: string,
  allows: () => Promise<boolean>,
): void {
  proofs ??= openOutbox(endpoint, build, (tried) =>
    changeBeside(DELIVERIES, (before) => withTry(before, tried)),
  );
  proofs.send(choiceEvent(record), allows);
}

/** One page at a time has a proof in hand, and none has it that was delivered or erased meanwhile. */
async function claim(id: string): Promise<boolean> {
  let isMine = false;
  await changeBeside(DELIVERIES, (before) => {
    const claimed = withClaim(before, id, Date.now());
    isMine = !!claimed;
    return claimed ?? before;
  });
  return isMine;
}

/**
 * Sends the proofs that are owed, yes and no alike, each when it is due: of the answer just given, and what
 * earlier pages could not deliver (L-25). A proof keeps its id, so that a second one is known for what it is.
 *
 * @param history as it is kept; only what was made here, for this site, is sent.
 */
export async function sendOwed(
  history: readonly unknown[],
  endpoint: string | undefined,
  build: string,
): Promise<void> {
  if (!endpoint) return;
  for (const { record, delayMs } of owedIn(await readBeside(DELIVERIES), history, Date.now())) {
    if (delayMs > MAX_DELAY_MS || !(await isOurs(record))) continue;
    setTimeout(() => send(record, endpoint, build, () => claim(record.recordId)), delayMs);
  }
}

/** Sends the proof of a record that could not be stored, while the page lives. */
export function sendUnstored(
  record: ConsentRecord,
  endpoint: string | undefined,
  build: string,
): void {
  if (endpoint) send(record, endpoint, build, async () => true);
}

/** Proofs that a later page may have to send. */
async function owedEvents(history: readonly unknown[]): Promise<TelemetryEvent[]> {
  const owed = owedIn(await readBeside(DELIVERIES), history, Date.now());
  const ours = await Promise.all(owed.map(({ record }) => isOurs(record)));
  return owed.filter((_, index) => ours[index]).map(({ record }) => choiceEvent(record));
}

export const traces: Traces = {
  ledger: readLedger,
  drop() {
    for (const outbox of outboxes) outbox.purge();
    forgetLedger();
  },
  async queue(history) {
    const here = outboxes.flatMap((outbox) => outbox.queue());
    const owed = await owedEvents(history);
    return [...here, ...owed.filter(({ id }) => here.every((event) => event.id !== id))];
  },
};
