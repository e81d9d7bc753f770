// The closed list of telemetry events.

/** The purpose whose grant lets telemetry speak. */
export const TELEMETRY_PURPOSE = 'analytics';

/** Events of the visit, which need that grant. */
export const VISIT_EVENTS = ['s9.page_view', 's9.page_leave', 's9.custom'] as const;

/** A new one needs a maker beside this file and a word in every locale: docs/how-to/an-event.md. */
export type EventName = (typeof VISIT_EVENTS)[number] | 's9.choice' | 's9.erase';

export type AttributeValue = string | number | boolean;

export interface TelemetryEvent {
  /** UUID; a receiver drops repeats of it (F-28). Of two of one `s9.page_leave` the longer one counts. */
  readonly id: string;
  readonly name: EventName;
  /** Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** OpenTelemetry attribute names (S-12). */
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}
