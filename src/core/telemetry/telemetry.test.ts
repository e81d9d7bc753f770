// A page view from the moment it happens to the moment it leaves, which a no can come between.
import { describe, expect, it } from 'vitest';
import { fakeCrypto, NOON_MS, SETTINGS } from '../choice/fakes.ts';
import type { ConsentState } from '../choice/state.ts';
import type { TelemetryEvent } from './events.ts';
import type { MakeEvent, VisitFacts } from './outside.ts';
import { createTelemetry } from './telemetry.ts';

const factsAt = (path: string): VisitFacts => ({
  url: `https://site.example${path}?q=flu`,
  referrer: 'https://search.example/?q=flu',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
  language: 'en-GB',
});

/** A page with telemetry, where analytics is granted until a test says otherwise. */
function page() {
  const making: MakeEvent[] = [];
  const asked: string[] = [];
  const now = { isGranted: true, record: 'record-1', path: '/first', ms: NOON_MS };
  /** What another tab has decided; known here once the choice was read again. */
  const elsewhere: { isGranted?: boolean; record?: string } = {};
  let onView: (() => void) | undefined;
  const telemetry = createTelemetry(SETTINGS, {
    clock: { now: () => now.ms },
    outbox: {
      send: (make) => void making.push(make),
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
      facts: () => {
        asked.push('facts');
        return factsAt(now.path);
      },
    },
    state: () => ({ recordId: now.record }) as ConsentState,
    allows: (id) => id === 'analytics' && now.isGranted,
    async reread() {
      asked.push('reread');
      Object.assign(now, elsewhere);
    },
  });
  return {
    now,
    elsewhere,
    asked,
    follow: (isRestored = false) => telemetry.follow(isRestored),
    view: (path = now.path) => {
      now.path = path;
      onView?.();
    },
    count: () => making.length,
    /** The outbox makes an event at each try. */
    tried: async (at: number) => (await making[at]?.()) as TelemetryEvent | null | undefined,
  };
}

const pathOf = (event?: TelemetryEvent | null) => event?.attributes['url.path'];

describe('L-10 before the grant', () => {
  it('nothing is listened to and no fact is read', () => {
    const { now, asked, follow, count } = page();
    now.isGranted = false;
    follow();
    follow(true);
    expect(asked).toEqual(['purge', 'purge']);
    expect(count()).toBe(0);
  });
});

describe('at the grant', () => {
  it('S-12 the page at hand is the first view', async () => {
    const { follow, tried } = page();
    follow();
    expect(await tried(0)).toEqual({
      id: 'id-1',
      name: 's9.page_view',
      occurredAt: NOON_MS,
      attributes: {
        'url.domain': 'site.example',
        'url.path': '/first',
        'user_agent.name': 'Firefox',
        'user_agent.version': '153.0',
        'user_agent.os.name': 'Linux',
        's9.event.id': 'id-1',
        's9.record.id': 'record-1',
      },
    });
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

  it('F-20 a page that was restored is a new view', async () => {
    const { follow, count, tried } = page();
    follow();
    follow(true);
    expect(count()).toBe(2);
    expect((await tried(0))?.id).not.toBe((await tried(1))?.id);
  });
});

describe('a view', () => {
  it('F-27 says what it was, though the page is another one when it leaves', async () => {
    const { follow, view, now, tried } = page();
    follow();
    view('/second');
    now.ms += 5000;
    now.path = '/third';
    expect(pathOf(await tried(0))).toBe('/first');
    expect(pathOf(await tried(1))).toBe('/second');
    expect((await tried(1))?.occurredAt).toBe(NOON_MS);
  });

  it('F-28 has the same id at each try, and each view its own', async () => {
    const { follow, view, tried } = page();
    follow();
    view('/second');
    const [first, again, second] = [await tried(0), await tried(0), await tried(1)];
    expect(again).toEqual(first);
    expect(second?.id).not.toBe(first?.id);
    expect(second?.attributes['s9.event.id']).toBe(second?.id);
  });

  it('carries the id of the record in force when it leaves', async () => {
    const { follow, elsewhere, tried } = page();
    follow();
    expect((await tried(0))?.attributes['s9.record.id']).toBe('record-1');
    elsewhere.record = 'record-2';
    expect((await tried(0))?.attributes['s9.record.id']).toBe('record-2');
  });

  it('after a no is not even looked at', () => {
    const { follow, view, now, count, asked } = page();
    follow();
    now.isGranted = false;
    asked.length = 0;
    view('/second');
    expect(count()).toBe(1);
    expect(asked).toEqual([]);
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

  it('F-16 of another tab stops an event before it is built, though nothing has told of it', async () => {
    const { follow, elsewhere, tried, asked } = page();
    follow();
    elsewhere.isGranted = false;
    expect(await tried(0)).toBeNull();
    expect(asked.at(-1)).toBe('reread');
  });

  it('F-16 of another tab stops an event that had left once and is tried again', async () => {
    const { follow, elsewhere, tried } = page();
    follow();
    expect(await tried(0)).not.toBeNull();
    elsewhere.isGranted = false;
    expect(await tried(0)).toBeNull();
  });

  it('F-24 of this tab is known without asking the disk', async () => {
    const { follow, now, tried, asked } = page();
    follow();
    now.isGranted = false;
    asked.length = 0;
    expect(await tried(0)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('that was followed by a yes lets the view leave after all', async () => {
    const { follow, now, tried } = page();
    follow();
    now.isGranted = false;
    expect(await tried(0)).toBeNull();
    now.isGranted = true;
    expect(await tried(0)).not.toBeNull();
  });
});
