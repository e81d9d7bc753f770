// Telemetry speaks only while its purpose is granted, and asks again at the moment of sending.
import { pageViewAttributes, TELEMETRY_PURPOSE } from './events.ts';
import type { InForce } from './in-force.ts';
import type { Ports } from './ports.ts';
import type { Settings } from './settings.ts';

export function createTelemetry(
  settings: Settings,
  { clock, outbox, proof, visit }: Ports,
  inForce: InForce,
  allows: (id: string) => boolean,
) {
  const isAllowed = () => allows(TELEMETRY_PURPOSE);
  let listening = false;

  function sendPageView(): void {
    if (!isAllowed()) return;
    const id = proof.uuid();
    const attributes = {
      ...pageViewAttributes(visit.facts(), settings.policy),
      's9.event.id': id,
      's9.record.id': inForce.state().recordId ?? '',
    };
    outbox.send({ id, name: 's9.page_view', occurredAt: clock.now(), attributes }, isAllowed);
  }

  return {
    /** A page restored from the back/forward cache is a new view. */
    viewAgain: (): void => {
      if (listening) sendPageView();
    },
    /** Starts at the first grant, one page view for the page at hand; drops everything at a no. */
    follow(): void {
      if (!isAllowed()) outbox.purge();
      else if (!listening && settings.endpoint) {
        listening = true;
        visit.onView(sendPageView);
      }
    },
  };
}
