// Sends the proof of each choice to the Customer's receiver, yes and no alike (L-25).
import type { ConsentRecord } from '../../core/choice/choice.ts';
import { isOwnRecord } from '../../core/choice/own-record.ts';
import { choiceEvent, choiceEventOf } from '../../core/telemetry/choice-event.ts';
import { owedIn, withClaim, withTry } from '../../core/telemetry/delivery.ts';
import type { TelemetryEvent } from '../../core/telemetry/events.ts';
import type { Outbox, Outgoing } from '../../core/telemetry/outside.ts';
import { MAX_DELAY_MS } from '../../core/telemetry/retry.ts';
import { webCrypto } from '../crypto/web-crypto.ts';
import { DELIVERIES } from '../database/keys.ts';
import { changeValue, readValue } from '../database/values.ts';
import { openOutbox } from './outgoing.ts';

/** One page at a time has a proof in hand, and none has it that was delivered or erased meanwhile. */
async function claim(id: string): Promise<boolean> {
  let isMine = false;
  await changeValue(DELIVERIES, (before) => {
    const claimed = withClaim(before, id, Date.now());
    isMine = !!claimed;
    return claimed ?? before;
  });
  return isMine;
}

/** Proofs that are owed of records of ours, each with how long from now it is left alone. */
async function owedNow(history: readonly unknown[]) {
  const owed = owedIn(await readValue(DELIVERIES), history, Date.now());
  const proofs = await Promise.all(
    owed.map(async ({ record, delayMs }) => {
      const isOurs = await isOwnRecord(record, location.origin, webCrypto);
      return { delayMs, event: isOurs ? choiceEventOf(record) : null };
    }),
  );
  return proofs.flatMap(({ delayMs, event }) => (event ? [{ delayMs, event }] : []));
}

export interface Proofs {
  /**
   * Sends the proofs that are owed, each when it is due: of the answer just given, and what earlier pages
   * could not deliver. A proof keeps its id, so that a second one is known for what it is.
   *
   * @param history as it is kept; only what was made here, for this site, is sent.
   */
  sendOwed(history: readonly unknown[]): Promise<void>;
  /** Sends the proof of a record that could not be stored, while the page lives. */
  sendUnstored(record: ConsentRecord): void;
}

/** @param endpoint where they go. */
export function createProofs(outgoing: Outgoing, endpoint: string, build: string): Proofs {
  let outbox: Outbox | undefined;
  /** A way out of its own: what a withdrawal drops is telemetry, never the proof of the withdrawal. */
  const way = () =>
    (outbox ??= openOutbox(outgoing, {
      endpoint,
      build,
      tried: (tried) => changeValue(DELIVERIES, (before) => withTry(before, tried)),
    }));
  return {
    async sendOwed(history) {
      for (const { event, delayMs } of await owedNow(history)) {
        if (delayMs > MAX_DELAY_MS) continue;
        // A proof has the id of its record.
        const make = async () => ((await claim(event.id)) ? event : null);
        setTimeout(() => way().send(make), delayMs);
      }
    },
    sendUnstored(record) {
      way().send(async () => choiceEvent(record));
    },
  };
}

export type CreateProofs = typeof createProofs;

/** Proofs that a later page may have to send. */
export const owedEvents = async (history: readonly unknown[]): Promise<TelemetryEvent[]> =>
  (await owedNow(history)).map(({ event }) => event);
