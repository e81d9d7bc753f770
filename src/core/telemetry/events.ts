// The closed list of telemetry events.

/** The purpose whose grant lets telemetry speak. */
export const TELEMETRY_PURPOSE = 'analytics';

/** A new one needs a maker beside this file and a word in every locale: docs/how-to/an-event.md. */
export type EventName = 's9.page_view' | 's9.choice' | 's9.erase';

export interface TelemetryEvent {
  /** UUID; a receiver drops repeats of it (F-28). */
  readonly id: string;
  readonly name: EventName;
  /** Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** OpenTelemetry attribute names (S-12). */
  readonly attributes: Readonly<Record<string, string>>;
}
