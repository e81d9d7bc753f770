// Opens a way out of this page: each request stands in the ledger, and a withdrawal can drop what waits.
import type { Outbox, Outgoing } from '../../core/telemetry/outside.ts';
import { note } from '../database/ledger.ts';
import { createOutbox, type Way } from './outbox.ts';

export function openOutbox(outgoing: Outgoing, way: Omit<Way, 'note'>): Outbox {
  const outbox = createOutbox({ ...way, note: (entry) => note(outgoing, entry) });
  outgoing.outboxes.push(outbox);
  return outbox;
}
