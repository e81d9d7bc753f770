// Erases what is kept in this browser: the gate shut first, the receiver told, then all of it deleted.
import { build } from 'virtual:s9/build';
import type { ConsentRecord } from '../../core/choice/choice.ts';
import { isOwnRecord } from '../../core/choice/own-record.ts';
import { NOTHING_REMAINS } from '../../core/gate/remains.ts';
import type { Erased } from '../../core/rights/exported.ts';
import type { RightsHost } from '../../core/rights/rights.ts';
import { eraseEvent } from '../../core/telemetry/erase-event.ts';
import { TELEMETRY_PURPOSE } from '../../core/telemetry/events.ts';
import { webCrypto } from '../crypto/web-crypto.ts';
import type { DeviceKey } from '../database/device-key.ts';
import { deleteAll } from '../database/values.ts';
import { withinMs } from '../deadline.ts';
import { move } from '../person/place.ts';
import { clearJournal } from '../telemetry/journal.ts';
import { clearLinks } from '../telemetry/link.ts';
import { createOutbox } from '../telemetry/outbox.ts';

const FOLLOW_MS = 1000;

/** As a withdrawal: a last record, which goes with the others, and the clean-up. */
async function shut({ consent }: RightsHost): Promise<string[]> {
  let remains = NOTHING_REMAINS;
  const off = consent.on('change', (change) => {
    remains = change.remains;
  });
  await consent.withdraw();
  off();
  // Whoever published something is told to unpublish it.
  for (const [id, { granted }] of Object.entries(consent.collections)) {
    if (granted) await consent.withdraw(id);
  }
  return [...remains.stored, ...remains.scripts];
}

type Entry = Partial<ConsentRecord> | null | undefined;

/** One event for each record under which telemetry went out: these are the ids it carried. Resolves to how many. */
async function tellReceiver(
  history: readonly unknown[],
  { settings: { endpoint }, ports }: RightsHost,
): Promise<number> {
  if (!endpoint) return 0;
  // What asks to erase stands in no ledger: that is deleted too.
  const outbox = createOutbox({ endpoint, build, note: () => undefined });
  let told = 0;
  for (const entry of history as readonly Entry[]) {
    if (!entry?.recordId || !entry.purposes?.[TELEMETRY_PURPOSE]) continue;
    if (!(await isOwnRecord(entry, ports.origin, webCrypto))) continue;
    const event = eraseEvent(entry.recordId, webCrypto.uuid(), ports.clock.now());
    outbox.send(async () => event);
    told++;
  }
  return told;
}

/** This page too: what memory holds goes with what was on disk. */
async function forget({ consent, ports: { history } }: RightsHost): Promise<void> {
  const hasChoice = consent.state.recordId !== null;
  if (!hasChoice && !history.known[0]) return;
  let off = (): void => undefined;
  const followed = new Promise<void>((resolve) => {
    off = consent.on('change', () => consent.state.recordId === null && resolve());
  });
  history.hold([], consent.state.storage === 'indexeddb');
  history.hearLate();
  // A person who answers anew meanwhile is not waited for.
  if (hasChoice) await withinMs(FOLLOW_MS, followed).catch(() => undefined);
  off();
}

/**
 * Deletes all of it and keeps nothing back, not even that there was something: no setting asks for a
 * tombstone.
 *
 * @param history all that is kept, whoever wrote it.
 */
export async function erase(
  host: RightsHost,
  history: readonly unknown[],
  deviceKey: DeviceKey,
): Promise<Erased> {
  const { outgoing, tabs } = host.ports;
  const left = history.length > 0 ? await shut(host) : [];
  const told = await tellReceiver(history, host);
  const { deleted, remains } = await deleteAll();
  // First, for a purge keeps what it says of requests.
  clearJournal();
  for (const outbox of outgoing.outboxes) outbox.purge();
  clearLinks();
  move(null, null);
  outgoing.unstored.length = 0;
  deviceKey.forget();
  await forget(host);
  // Other tabs read the history again, and find none.
  tabs.tell();
  return { deleted, remains: [...left, ...remains], told };
}
