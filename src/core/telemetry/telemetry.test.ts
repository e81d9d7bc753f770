// A view of a page from the moment it happens, how long it was seen, and a no that can come between.
import { describe, expect, it } from 'vitest';
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

const [, ANALYTICS] = POLICY.purposes as [unknown, PurposeTerms];
const TIMED: PurposeTerms = { ...ANALYTICS, data: [...ANALYTICS.data, 'time-on-page'] };

/** A page with telemetry, where analytics is granted until a test says otherwise. */
function page(purpose = TIMED, patterns: readonly string[] = [], bots?: 'label' | 'drop') {
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

const pathOf = (event?: TelemetryEvent) => event?.attributes['url.path'];
const visibleOf = (event?: TelemetryEvent) => event?.attributes['s9.visible_seconds'];

describe('L-10 before the grant', () => {
  it('nothing is listened to and no fact is read', () => {
    const { now, asked, follow, sent } = page();
    now.isGranted = false;
    follow();
    follow(true);
    expect(asked).toEqual(['purge', 'purge']);
    expect(sent).toEqual([]);
  });
});

describe('at the grant', () => {
  it('S-12 the page at hand is the first view', () => {
    const { follow, sent } = page();
    follow();
    expect(sent).toEqual([
      {
        id: 'id-2',
        name: 's9.page_view',
        occurredAt: NOON_MS,
        attributes: {
          'url.domain': 'site.example',
          'url.path': '/first',
          'user_agent.name': 'Firefox',
          'user_agent.version': '153.0',
          'user_agent.os.name': 'Linux',
          's9.event.id': 'id-2',
          's9.record.id': 'record-1',
        },
      },
    ]);
  });

  it('views are listened for once, however often the choice changes', () => {
    const { asked, follow, now } = page();
    follow();
    follow();
    now.isGranted = false;
    follow();
    now.isGranted = true;
    follow();
    expect(asked.filter((what) => what === 'listen')).toHaveLength(1);
  });

  it('F-20 a page that was restored is a new view', () => {
    const { follow, views } = page();
    follow();
    follow(true);
    expect(views()).toHaveLength(2);
    expect(views()[0]?.id).not.toBe(views()[1]?.id);
  });
});

describe('how long a page was seen', () => {
  it('F-22 is told when it is hidden, as less than the widget was there where it was hidden before', () => {
    const { follow, is, leaves, now } = page();
    now.isVisible = false;
    follow();
    is('shown', 60_000);
    is('acted', 61_000);
    is('hidden', 62_500);
    expect(leaves()).toEqual([
      {
        id: 'id-1',
        name: 's9.page_leave',
        occurredAt: NOON_MS + 62_500,
        attributes: {
          'url.domain': 'site.example',
          'url.path': '/first',
          's9.visible_seconds': 2.5,
          's9.engaged_seconds': 1.5,
          's9.event.id': 'id-1',
          's9.record.id': 'record-1',
        },
      },
    ]);
  });

  it('F-28 is corrected when somebody comes back: the same event, which says more', () => {
    const { follow, is, leaves } = page();
    follow();
    is('hidden', 1000);
    is('shown', 9000);
    is('hidden', 11_000);
    expect(leaves().map(visibleOf)).toEqual([1, 3]);
    expect(new Set(leaves().map(({ id }) => id)).size).toBe(1);
  });

  it('is not told again where nothing came to it', () => {
    const { follow, is, leaves, asked } = page();
    follow();
    is('hidden', 1000);
    is('hidden', 2000);
    is('gone', 3000);
    expect(leaves()).toHaveLength(1);
    // What waits has its last chance all the same.
    expect(asked.at(-1)).toBe('last');
  });

  it('F-27 is told with the view of the next page, at once', () => {
    const { follow, view, now, sent, batches } = page();
    follow();
    now.ms = 4000;
    view('/second');
    expect(sent.slice(1).map(({ name }) => name)).toEqual(['s9.page_leave', 's9.page_view']);
    expect(sent.slice(1).map(pathOf)).toEqual(['/first', '/second']);
    expect(batches).toEqual([1, 2]);
  });

  it('counts each view for itself', () => {
    const { follow, view, is, now, leaves } = page();
    follow();
    now.ms = 4000;
    view('/second');
    is('gone', 5000);
    expect(leaves().map(visibleOf)).toEqual([4, 1]);
    expect(new Set(leaves().map(({ id }) => id)).size).toBe(2);
  });

  it('L-26 is not told where the policy does not declare it', () => {
    const { follow, view, is, leaves } = page(ANALYTICS);
    follow();
    view('/second');
    is('hidden', 4000);
    is('gone', 5000);
    expect(leaves()).toEqual([]);
  });
});

describe('an event of the Customer’s own', () => {
  const OWN: PurposeTerms = { ...TIMED, data: [...TIMED.data, 'plan'] };

  it('says its name, the page, and what is declared', () => {
    const { telemetry, follow, sent } = page(OWN);
    follow();
    telemetry.track('signed up', { plan: 'pro' });
    expect(sent[1]).toMatchObject({
      name: 's9.custom',
      attributes: {
        'url.path': '/first',
        's9.custom.name': 'signed up',
        's9.custom.plan': 'pro',
        's9.record.id': 'record-1',
      },
    });
    expect(sent[1]?.attributes['user_agent.name']).toBeUndefined();
  });

  it('L-26 is refused with what is not declared', () => {
    const { telemetry, follow, sent } = page();
    follow();
    expect(() => telemetry.track('signed up', { plan: 'pro' })).toThrow(/attributes\.plan/);
    expect(sent).toHaveLength(1);
  });

  it('L-19 is not told after a no', () => {
    const { telemetry, follow, now, sent } = page(OWN);
    follow();
    now.isGranted = false;
    telemetry.track('signed up', { plan: 'pro' });
    expect(sent).toHaveLength(1);
  });
});

describe('L-29 visits', () => {
  it.each([
    ['visit', 'session.id'],
    ['id', 's9.visitor.id'],
  ] as const)('are linked as the policy says: %s by %s', (visitors, name) => {
    const { follow, is, sent } = page({ ...TIMED, visitors });
    follow();
    is('hidden', 1000);
    for (const { attributes } of sent) expect(attributes[name]).toBe(`${visitors} of record-1`);
    expect(sent).toHaveLength(2);
  });

  it('are not linked where it does not, and nothing is looked for', () => {
    const { follow, asked } = page();
    follow();
    expect(asked).not.toContain('link');
  });
});

describe('L-26 a path', () => {
  it('is told as the policy has it', () => {
    const { follow, view, sent } = page(TIMED, ['/reset/:token']);
    follow();
    view('/reset/abc');
    expect(sent.map(pathOf)).toEqual(['/first', '/reset/:token']);
  });
});

describe('a no', () => {
  it('F-25 drops what waits and what is leaving', () => {
    const { follow, now, asked } = page();
    follow();
    expect(asked).not.toContain('purge');
    now.isGranted = false;
    follow();
    expect(asked.at(-1)).toBe('purge');
  });

  it('L-19 takes back how long the page was seen until then, and what comes after', () => {
    const { follow, now, is, view, sent, asked } = page();
    follow();
    now.isGranted = false;
    follow();
    asked.length = 0;
    is('hidden', 3000);
    is('gone', 3000);
    view('/second');
    expect(sent).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('L-19 that was followed by a yes begins with the next page', () => {
    const { follow, now, is, view, sent, leaves } = page();
    follow();
    now.isGranted = false;
    follow();
    now.isGranted = true;
    follow();
    is('hidden', 3000);
    expect(sent).toHaveLength(1);
    is('shown', 4000);
    view('/second');
    is('hidden', 5000);
    expect(leaves().map(visibleOf)).toEqual([1]);
  });
});

describe('of a visit that nobody makes', () => {
  it.each([undefined, 'label'] as const)('all is told, labelled, where bots is %s', (bots) => {
    const { now, follow, sent } = page(undefined, [], bots);
    now.isDriven = true;
    follow();
    expect(sent).toMatchObject([{ attributes: { 'user_agent.synthetic.type': 'test' } }]);
  });

  it('nothing is told or kept where bots are dropped, and of a person all is', () => {
    const { now, follow, sent, view, is, telemetry, asked } = page(undefined, [], 'drop');
    now.isDriven = true;
    follow();
    view('/second');
    is('gone');
    telemetry.track('signed up');
    expect(sent).toEqual([]);
    expect(asked).not.toContain('listen');
    now.isDriven = false;
    follow();
    expect(sent).toHaveLength(1);
  });

  it('L-10 who visits is not asked before the grant', () => {
    const { now, follow, asked } = page(undefined, [], 'drop');
    now.isGranted = false;
    follow();
    expect(asked).not.toContain('facts');
  });
});
