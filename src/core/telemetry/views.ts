// The page as it is seen now, and what its events say: which page, by what, for how long.
import type { WebCrypto } from '../choice/web-crypto.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import type { VisitAttributes } from './attributes.ts';
import type { AttributeValue, TelemetryEvent } from './events.ts';
import type { Presence, Visit } from './outside.ts';
import { placeOf, visitorOf } from './page.ts';
import { TimeOnPage } from './time-on-page.ts';

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

export class Views {
  readonly #purpose: PurposeTerms;
  readonly #patterns: readonly string[] | undefined;
  readonly #ports: ViewsPorts;
  #view: View | undefined;

  /** @param patterns `paths` of the policy. */
  constructor(purpose: PurposeTerms, patterns: readonly string[] | undefined, ports: ViewsPorts) {
    this.#purpose = purpose;
    this.#patterns = patterns;
    this.#ports = ports;
  }

  /** Which page is seen now, by its address. */
  get place(): VisitAttributes {
    return placeOf(this.#ports.visit.facts(), this.#purpose, this.#patterns);
  }

  /** How long the page was seen, where that is more than was told. */
  left(): TelemetryEvent[] {
    const { eventOf, visit } = this.#ports;
    const view = this.#view;
    if (!view || !this.#purpose.data.includes('time-on-page')) return [];
    const { visible, engaged } = view.time.seconds(visit.now().ms);
    if (visible <= view.told) return [];
    view.told = visible;
    const times = { 's9.visible_seconds': visible, 's9.engaged_seconds': engaged };
    return [eventOf('s9.page_leave', view.leaveId, { ...view.place, ...times })];
  }

  /** Another page from now on: how long the one before was seen, and that this one is. */
  turn(): TelemetryEvent[] {
    const { eventOf, visit, webCrypto } = this.#ports;
    const left = this.left();
    const facts = visit.facts();
    const place = placeOf(facts, this.#purpose, this.#patterns);
    const { ms, isVisible } = visit.now();
    const time = new TimeOnPage(ms, isVisible);
    this.#view = { leaveId: webCrypto.uuid(), place, time, told: 0 };
    const says = { ...place, ...visitorOf(facts) };
    return [...left, eventOf('s9.page_view', webCrypto.uuid(), says)];
  }

  /** Keeps the time. */
  note(presence: Presence): void {
    const { ms } = this.#ports.visit.now();
    const time = this.#view?.time;
    if (presence === 'shown') time?.show(ms);
    else if (presence === 'acted') time?.act(ms);
    else time?.hide(ms);
  }

  /** What was seen until now was taken back, and so was how long. */
  forget(): void {
    this.#view = undefined;
  }
}
