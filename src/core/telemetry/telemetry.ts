// Telemetry speaks only while its purpose is granted, and asks again at the moment of sending.
import type { ConsentState } from '../choice/state.ts';
import type { WebCrypto } from '../choice/web-crypto.ts';
import type { Clock } from '../clock.ts';
import type { Settings } from '../settings/settings.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Outbox, Visit } from './outside.ts';
import { pageViewAttributes } from './page-view.ts';

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
  readonly webCrypto: Pick<WebCrypto, 'uuid'>;
  readonly visit: Visit;
  state(): ConsentState;
  allows(id: string): boolean;
  /** Reads the stored choice again: another tab can have a newer one. */
  reread(): Promise<unknown>;
}

export function createTelemetry({ policy }: Settings, ports: TelemetryPorts): Telemetry {
  const { clock, outbox, webCrypto, visit, state, reread } = ports;
  const isAllowed = () => ports.allows(TELEMETRY_PURPOSE);
  let isListening = false;

  /** What another tab took back is taken back here, even where nothing tells the tabs of each other (F-16). */
  async function isStillAllowed(): Promise<boolean> {
    if (isAllowed()) await reread();
    return isAllowed();
  }

  function sendPageView(): void {
    if (!isAllowed()) return;
    // Of this view: the page can be another one by the time the choice has been looked at.
    const facts = visit.facts();
    const occurredAt = clock.now();
    const id = webCrypto.uuid();
    outbox.send(async () => {
      if (!(await isStillAllowed())) return null;
      const attributes = {
        ...pageViewAttributes(facts, policy),
        's9.event.id': id,
        's9.record.id': state().recordId ?? '',
      };
      return { id, name: 's9.page_view', occurredAt, attributes };
    });
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
