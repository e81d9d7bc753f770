// Asks the receiver to erase what came under one record (L-27).
import type { TelemetryEvent } from './events.ts';

/** @param id UUID of the event. */
export const eraseEvent = (recordId: string, id: string, nowMs: number): TelemetryEvent => ({
  id,
  name: 's9.erase',
  occurredAt: nowMs,
  attributes: { 's9.event.id': id, 's9.record.id': recordId },
});
