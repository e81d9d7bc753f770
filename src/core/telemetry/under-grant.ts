// Whether an event was granted by an answer that nothing has taken back since (L-19, F-16).
import { type ConsentRecord, choicesIn } from '../choice/choice.ts';
import { type Draft, isOwed } from '../choice/draft.ts';
import { TELEMETRY_PURPOSE, type TelemetryEvent } from './events.ts';

type Entry = Partial<ConsentRecord> | null | undefined;

/**
 * The newest choice of a history as it lies on disk; `undefined` where there is none, or a no that has no record
 * yet stands after it.
 */
export const newestChoiceId = (history: readonly unknown[], draft: unknown): string | undefined =>
  isOwed(draft as Draft | undefined, history)
    ? undefined
    : (choicesIn(history).at(-1) as Entry)?.recordId;

/** Every answer since the one that an event goes by grants it: what was taken back stays so, whoever says yes again. */
export function isUnderGrant({ attributes }: TelemetryEvent, history: readonly unknown[]): boolean {
  const choices = choicesIn(history) as readonly Entry[];
  const from = choices.findIndex((each) => each?.recordId === attributes['s9.record.id']);
  return (
    from >= 0 && choices.slice(from).every((each) => each?.purposes?.[TELEMETRY_PURPOSE] === true)
  );
}
