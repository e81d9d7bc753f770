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
  refresh: () => Promise<unknown>,
): Telemetry {
  const isAllowed = () => allows(TELEMETRY_PURPOSE);
  let isListening = false;

  /** What another tab took back is taken back here, even where nothing tells the tabs of each other (F-16). */
  async function isStillAllowed(): Promise<boolean> {
    if (isAllowed()) await refresh();
    return isAllowed();
  }

  async function sendPageView(): Promise<void> {
    if (!isAllowed()) return;
    // Of this view: the page can be another one by the time the choice has been looked at.
    const facts = visit.facts();
    const occurredAt = clock.now();
    if (!(await isStillAllowed())) return;
    const id = proof.uuid();
    const attributes = {
      ...pageViewAttributes(facts, policy),
      's9.event.id': id,
      's9.record.id': state().recordId ?? '',
    };
    outbox.send({ id, name: 's9.page_view', occurredAt, attributes }, isStillAllowed);
  }

  return {
    follow(isRestored) {
      if (!isAllowed()) outbox.purge();
      else if (isRestored) void sendPageView();
      else if (!isListening) {
        isListening = true;
        visit.onView(() => void sendPageView());
      }
    },
  };
}
