// Erases what is kept in this browser: the gate shut first, the receiver told, then all of it deleted.
import { build } from 'virtual:s9/build';
import type { ConsentRecord } from '../core/choice.ts';
import { TELEMETRY_PURPOSE, type TelemetryEvent } from '../core/events.ts';
import type { Remains } from '../core/ports.ts';
import type { Erased, RightsHost, Traces } from '../core/rights.ts';
import { deleteAll } from './beside-history.ts';
import type { HeldStore } from './choice-store.ts';
import { withinMs } from './deadline.ts';
import { forgetKey } from './device-key.ts';
import { createOutbox } from './outbox.ts';
import { isOurs } from './own-record.ts';
import { proof } from './proof.ts';

const FOLLOW_MS = 1000;

/** As a withdrawal: a last record, which goes with the others, and the clean-up. */
async function shut({ consent }: RightsHost): Promise<string[]> {
  let remains: Partial<Remains> = {};
  const off = consent.on('change', (detail) => {
    remains = (detail as { remains?: Remains }).remains ?? remains;
  });
  await consent.withdraw();
  off();
  return [...(remains.stored ?? []), ...(remains.scripts ?? [])];
}

const eraseEvent = (recordId: string, nowMs: number): TelemetryEvent => {
  const id = proof.uuid();
  const attributes = { 's9.event.id': id, 's9.record.id': recordId };
  return { id, name: 's9.erase', occurredAt: nowMs, attributes };
};

type Entry = Partial<ConsentRecord> | null | undefined;

/** One event for each record under which telemetry went out: these are the ids it carried. Resolves to how many. */
async function tellReceiver(
  history: readonly unknown[],
  { settings, ports }: RightsHost,
): Promise<number> {
  if (!settings.endpoint) return 0;
  const outbox = createOutbox(settings.endpoint, build);
  let told = 0;
  for (const entry of history as readonly Entry[]) {
    if (!entry?.recordId || !entry.purposes?.[TELEMETRY_PURPOSE]) continue;
    if (!(await isOurs(entry))) continue;
    outbox.send(eraseEvent(entry.recordId, ports.clock.now()), async () => true);
    told++;
  }
  return told;
}

/** Other tabs read the history again, and find none. */
function tellTabs(): void {
  try {
    const channel = new BroadcastChannel('s9-consent');
    channel.postMessage(0);
    channel.close();
  } catch {
    // Without a channel, tabs read again when they are next looked at.
  }
}

/** This page too: what memory holds goes with what was on disk. */
async function forget({ consent, ports }: RightsHost): Promise<void> {
  const store = ports.choices as HeldStore;
  if (consent.state.recordId === null) return;
  let off = (): void => undefined;
  const followed = new Promise<void>((resolve) => {
    off = consent.on('change', () => consent.state.recordId === null && resolve());
  });
  store.hold([], consent.state.storage === 'indexeddb');
  store.onLate();
  // A person who answers anew meanwhile is not waited for.
  await withinMs(FOLLOW_MS, followed).catch(() => undefined);
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
  traces: Traces,
  history: readonly unknown[],
): Promise<Erased> {
  const left = history.length > 0 ? await shut(host) : [];
  const told = await tellReceiver(history, host);
  const { deleted, remains } = await deleteAll();
  traces.drop();
  forgetKey();
  await forget(host);
  tellTabs();
  return { deleted, remains: [...left, ...remains], told };
}
