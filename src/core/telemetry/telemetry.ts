// Telemetry speaks only while its purpose is granted: of each page seen, and of how long.
import type { ConsentState } from '../choice/state.ts';
import type { Clock } from '../clock.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { declared } from './attributes.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Presence, VisitOutbox } from './outside.ts';
import { Views, type ViewsPorts } from './views.ts';

export interface Telemetry {
  /**
   * Starts at the first grant with a view of the page at hand; drops everything at a no.
   *
   * @param isRestored the page came back from the back/forward cache, which is a new view.
   */
  follow(isRestored: boolean): void;
}

export interface TelemetryPorts extends Omit<ViewsPorts, 'eventOf'> {
  readonly clock: Clock;
  readonly outbox: VisitOutbox;
  state(): ConsentState;
  allows(id: string): boolean;
}

/** @param purpose what was granted, as the policy has it. */
export function createTelemetry(purpose: PurposeTerms, ports: TelemetryPorts): Telemetry {
  const { clock, outbox, visit, state } = ports;
  const isAllowed = () => ports.allows(TELEMETRY_PURPOSE);
  let isListening = false;

  const eventOf: ViewsPorts['eventOf'] = (name, id, says) => ({
    id,
    name,
    occurredAt: clock.now(),
    attributes: {
      ...declared(says, purpose),
      's9.event.id': id,
      's9.record.id': state().recordId ?? '',
    },
  });
  const views = new Views(purpose, { ...ports, eventOf });

  const onView = (): void => {
    if (isAllowed()) outbox.add(views.turn());
  };

  function onPresence(presence: Presence): void {
    views.note(presence);
    if (presence === 'shown' || presence === 'acted' || !isAllowed()) return;
    const left = views.left();
    if (presence === 'gone') outbox.last(left);
    else if (left[0]) outbox.add(left);
  }

  return {
    follow(isRestored) {
      if (!isAllowed()) {
        views.forget();
        outbox.purge();
      } else if (isRestored) onView();
      else if (!isListening) {
        isListening = true;
        visit.onPresence(onPresence);
        visit.onView(onView);
      }
    },
  };
}
