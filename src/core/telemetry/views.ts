// The page as it is seen now, and what its events say: which page, by what, for how long.
import type { WebCrypto } from '../choice/web-crypto.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import type { VisitAttributes } from './attributes.ts';
import type { AttributeValue, TelemetryEvent } from './events.ts';
import type { Presence, Visit } from './outside.ts';
import { placeOf, visitorOf } from './page.ts';
import { type TimeOnPage, timeOnPage } from './time-on-page.ts';

interface View {
  /** Of all that is said of how long it was seen: the latest counts (F-28). */
  readonly leaveId: string;
  readonly place: VisitAttributes;
  readonly time: TimeOnPage;
  /** Seconds that were told. */
  told: number;
}

export interface ViewsPorts {
  readonly webCrypto: Pick<WebCrypto, 'uuid'>;
  readonly visit: Visit;
  /** Makes an event of what it says. */
  eventOf(
    name: TelemetryEvent['name'],
    id: string,
    says: Readonly<Record<string, AttributeValue>>,
  ): TelemetryEvent;
}

export interface Views {
  /** Which page is seen now, by its address. */
  place(): VisitAttributes;
  /** How long the page was seen, where that is more than was told. */
  left(): TelemetryEvent[];
  /** Another page from now on: how long the one before was seen, and that this one is. */
  turn(): TelemetryEvent[];
  /** Keeps the time. */
  note(presence: Presence): void;
  /** What was seen until now was taken back, and so was how long. */
  forget(): void;
}

/** @param patterns `paths` of the policy. */
export function createViews(
  purpose: PurposeTerms,
  patterns: readonly string[] | undefined,
  { eventOf, visit, webCrypto }: ViewsPorts,
): Views {
  let view: View | undefined;

  function left(): TelemetryEvent[] {
    if (!view || !purpose.data.includes('time-on-page')) return [];
    const { visible, engaged } = view.time.seconds(visit.now().ms);
    if (visible <= view.told) return [];
    view.told = visible;
    const times = { 's9.visible_seconds': visible, 's9.engaged_seconds': engaged };
    return [eventOf('s9.page_leave', view.leaveId, { ...view.place, ...times })];
  }

  return {
    place: () => placeOf(visit.facts(), purpose, patterns),
    left,
    turn() {
      const before = left();
      const facts = visit.facts();
      const place = placeOf(facts, purpose, patterns);
      const { ms, isVisible } = visit.now();
      view = { leaveId: webCrypto.uuid(), place, time: timeOnPage(ms, isVisible), told: 0 };
      const says = { ...place, ...visitorOf(facts) };
      return [...before, eventOf('s9.page_view', webCrypto.uuid(), says)];
    },
    note(presence) {
      const { ms } = visit.now();
      if (presence === 'shown') view?.time.show(ms);
      else if (presence === 'acted') view?.time.act(ms);
      else view?.time.hide(ms);
    },
    forget() {
      view = undefined;
    },
  };
}
