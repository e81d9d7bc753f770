// The proof of a choice as an event for the Customer's own receiver: minimal, yes and no alike (L-25, L-26).
import type { ConsentRecord } from '../choice/choice.ts';
import type { TelemetryEvent } from './events.ts';

const answers = (kind: string, given: Readonly<Record<string, boolean>>) =>
  Object.entries(given).map(([id, granted]) => [
    // What was agreed to in a form stands among the purposes of its record.
    `s9.${kind}.${id}`.replace('purpose.collection:', 'collection.'),
    granted ? 'granted' : 'denied',
  ]);

/**
 * `s9.choice`: ids, times, hashes and what was answered, of one record; no address and nothing of the
 * visit. It is its own proof against repeats: the event has the record's id.
 */
export function choiceEvent(record: ConsentRecord): TelemetryEvent {
  const values = [
    ['s9.event.id', record.recordId],
    ['s9.record.id', record.recordId],
    ['s9.record.hash', record.hash],
    ['s9.record.previous', record.previous],
    ['s9.subject.id', record.subjectId],
    ['s9.policy.id', record.policyId],
    ['s9.policy.version', record.policyVersion],
    ['s9.policy.hash', record.policyHash],
    ['s9.text.hash', record.textHash],
    ['s9.language', record.language],
    ['s9.source', record.source],
    ['s9.input', record.input],
    ['s9.signal.gpc', String(record.signals.gpc)],
    ['s9.decided_at', new Date(record.decidedAt).toISOString()],
    ['s9.expires_at', new Date(record.expiresAt).toISOString()],
    ...answers('purpose', record.purposes),
    ...answers('service', record.services),
  ];
  return {
    id: record.recordId,
    name: 's9.choice',
    occurredAt: record.decidedAt,
    attributes: Object.fromEntries(values.filter(([, value]) => value !== null)) as Record<
      string,
      string
    >,
  };
}

/** The same of what another has put into the database with a hash on it; `null` where it has no such form (F-11). */
export function choiceEventOf(record: ConsentRecord): TelemetryEvent | null {
  try {
    return choiceEvent(record);
  } catch {
    return null;
  }
}
