// A page with telemetry whose facts, clock and choice a test sets, and which keeps what would be sent.
import { fakeCrypto, NOON_MS, POLICY } from '../choice/fakes.ts';
import type { ConsentState } from '../choice/state.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import type { TelemetryEvent } from './events.ts';
import type { Presence, VisitFacts } from './outside.ts';
import { createTelemetry } from './telemetry.ts';

const factsAt = (path: string): VisitFacts => ({
  url: `https://site.example${path}?q=flu`,
  referrer: 'https://search.example/?q=flu',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  language: 'en-GB',
});

export const [, ANALYTICS] = POLICY.purposes as [unknown, PurposeTerms];
export const TIMED: PurposeTerms = { ...ANALYTICS, data: [...ANALYTICS.data, 'time-on-page'] };

/** A page with telemetry, where analytics is granted until a test says otherwise. */
export function page(purpose = TIMED, patterns: readonly string[] = [], bots?: 'label' | 'drop') {
  const asked: string[] = [];
  const sent: TelemetryEvent[] = [];
  /** How many came at once. */
  const batches: number[] = [];
  const now = { isGranted: true, path: '/first', ms: 0, isVisible: true, isDriven: false };
  let onView: (() => void) | undefined;
  let onPresence: ((presence: Presence) => void) | undefined;
  const keep = (events: readonly TelemetryEvent[]) => {
    sent.push(...events);
    batches.push(events.length);
  };
  const telemetry = createTelemetry(
    purpose,
    { paths: patterns, ...(bots && { bots }) },
    {
      clock: { now: () => NOON_MS + now.ms },
      outbox: {
        add: keep,
        last(events) {
          asked.push('last');
          keep(events);
        },
        purge: () => void asked.push('purge'),
        queue: () => [],
      },
      webCrypto: fakeCrypto(),
      visit: {
        onView(listener) {
          asked.push('listen');
          onView = listener;
          listener();
        },
        link(kind, recordId) {
          asked.push('link');
          return `${kind} of ${recordId}`;
        },
        onPresence: (listener) => (onPresence = listener),
        now: () => now,
        facts: () => {
          asked.push('facts');
          return { ...factsAt(now.path), isDriven: now.isDriven };
        },
      },
      state: () => ({ recordId: 'record-1' }) as ConsentState,
      allows: (id) => id === 'analytics' && now.isGranted,
    },
  );
  return {
    now,
    asked,
    sent,
    batches,
    telemetry,
    follow: (isRestored = false) => telemetry.follow(isRestored),
    view: (path = now.path) => {
      now.path = path;
      onView?.();
    },
    is: (presence: Presence, atMs = now.ms) => {
      now.ms = atMs;
      onPresence?.(presence);
    },
    views: () => sent.filter(({ name }) => name === 's9.page_view'),
    leaves: () => sent.filter(({ name }) => name === 's9.page_leave'),
  };
}

export const pathOf = (event?: TelemetryEvent) => event?.attributes['url.path'];
export const visibleOf = (event?: TelemetryEvent) => event?.attributes['s9.visible_seconds'];
