// Telemetry speaks only while its purpose is granted, and asks again at the moment of sending.
import { pageViewAttributes, TELEMETRY_PURPOSE } from './events.ts';
import type { Clock, Outbox, Proof, Visit } from './ports.ts';
import type { Settings } from './settings.ts';
import type { ConsentState } from './state.ts';

export interface Telemetry {
  /**
   * Starts at the first grant with a view of the page at hand; drops everything at a no.
   *
   * @param isRestored the page came back from the back/forward cache, which is a new view.
   */
  follow(isRestored: boolean): void;
}

export interface TelemetryPorts {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly proof: Proof;
  readonly visit: Visit;
}

export function createTelemetry(
  { policy }: Settings,
  { clock, outbox, proof, visit }: TelemetryPorts,
  state: () => ConsentState,
  allows: (id: string) => boolean,
): Telemetry {
  const isAllowed = () => allows(TELEMETRY_PURPOSE);
  let isListening = false;

  function sendPageView(): void {
    if (!isAllowed()) return;
    const id = proof.uuid();
    const attributes = {
      ...pageViewAttributes(visit.facts(), policy),
      's9.event.id': id,
      's9.record.id': state().recordId ?? '',
    };
    outbox.send({ id, name: 's9.page_view', occurredAt: clock.now(), attributes }, isAllowed);
  }

  return {
    follow(isRestored) {
      if (!isAllowed()) outbox.purge();
      else if (isRestored) sendPageView();
      else if (!isListening) {
        isListening = true;
        visit.onView(sendPageView);
      }
    },
  };
}
