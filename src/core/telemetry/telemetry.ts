// Telemetry speaks only while its purpose is granted: of each page seen, and of how long.
import type { ConsentState } from '../choice/state.ts';
import type { Clock } from '../clock.ts';
import type { PolicyTerms, PurposeTerms } from '../policy/policy.ts';
import { declared, LINKS } from './attributes.ts';
import { type CustomAttributes, customAttributes } from './custom.ts';
import { TELEMETRY_PURPOSE } from './events.ts';
import type { Presence, VisitOutbox } from './outside.ts';
import { pageOf } from './path.ts';
import { syntheticType } from './user-agent.ts';
import { createViews, type ViewsPorts } from './views.ts';

export interface Telemetry {
  /**
   * Starts at the first grant with a view of the page at hand; drops everything at a no.
   *
   * @param isRestored the page came back from the back/forward cache, which is a new view.
   */
  follow(isRestored: boolean): void;
  /**
   * Tells an event of the Customer's own.
   *
   * @throws TypeError that names what does not fit: docs/telemetry.md.
   */
  track(name: string, attributes?: CustomAttributes): void;
}

export interface TelemetryPorts extends Omit<ViewsPorts, 'eventOf'> {
  readonly clock: Clock;
  readonly outbox: VisitOutbox;
  state(): ConsentState;
  allows(id: string): boolean;
}

/**
 * @param purpose what was granted, as the policy has it.
 * @param policy whose it is.
 */
export function createTelemetry(
  purpose: PurposeTerms,
  { paths: patterns, bots }: Pick<PolicyTerms, 'paths' | 'bots'>,
  ports: TelemetryPorts,
): Telemetry {
  const { clock, outbox, visit, state, webCrypto } = ports;
  const { visitors = 'none' } = purpose;
  function isDropped(): boolean {
    if (bots !== 'drop') return false;
    const { userAgent, isDriven = false } = visit.facts();
    return !!syntheticType(userAgent, isDriven);
  }
  const isAllowed = () => ports.allows(TELEMETRY_PURPOSE) && !isDropped();
  let isListening = false;

  const eventOf: ViewsPorts['eventOf'] = (name, id, says) => {
    const recordId = state().recordId ?? '';
    const links =
      visitors !== 'none' && recordId ? { [LINKS[visitors]]: visit.link(visitors, recordId) } : {};
    return {
      id,
      name,
      occurredAt: clock.now(),
      attributes: {
        ...declared({ ...says, ...links }, purpose),
        's9.event.id': id,
        's9.record.id': recordId,
      },
    };
  };
  const views = createViews(purpose, patterns, { ...ports, eventOf });

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
        visit.onView(onView, (url) => pageOf(url, patterns));
      }
    },
    track(name, attributes = {}) {
      const says = customAttributes(name, attributes, purpose);
      if (!isAllowed()) return;
      const place = views.place();
      outbox.add([eventOf('s9.custom', webCrypto.uuid(), { ...place, ...says })]);
    },
  };
}
