// The numbers of any visits, against the plainest way to tell them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Stats, StoredEvent } from '../store.ts';
import type { Bench } from './bench.ts';
import { DAY, DAY_MS, event, NOON_MS } from './events.ts';
import { modelStats } from './model.ts';

const ATTRIBUTES = fc.record(
  {
    'url.path': fc.constantFrom('/', '/a', "/b'", '/ü', '/\\'),
    'user_agent.name': fc.constantFrom('Firefox', 'Chrome'),
    'user_agent.os.name': fc.constantFrom('Linux', 'macOS'),
    's9.referrer.domain': fc.constantFrom('a.example', 'b.example'),
    'session.id': fc.constantFrom('s1', 's2', 's3'),
    's9.visitor.id': fc.constantFrom('v1', 'v2'),
    's9.custom.name': fc.constantFrom('signup', 'download'),
    's9.purpose.analytics': fc.constantFrom('granted', 'denied'),
  },
  { requiredKeys: [] },
);

const MANY = fc.array(
  fc.record({
    kind: fc.constantFrom(
      's9.page_view',
      's9.page_view',
      's9.page_leave',
      's9.custom',
      's9.choice',
    ),
    id: fc.integer({ min: 0, max: 60 }),
    record: fc.integer({ min: 0, max: 9 }),
    attributes: ATTRIBUTES,
    seconds: fc.integer({ min: 0, max: 3000 }),
  }),
  { minLength: 30, maxLength: 150 },
);

/** Within two days of noon; what comes again occurred when it did. */
const momentOf = (id: number): number => NOON_MS + ((((id * 37) % 61) - 30) * DAY_MS) / 15;

/** The store's own word on averages is exact; a median is to the second. */
const rounded = (stats: Stats): Stats => ({
  ...stats,
  timeOnPage: {
    ...stats.timeOnPage,
    medianSeconds: Math.round(stats.timeOnPage.medianSeconds ?? -1),
  },
});

export function any({ empty, again }: Bench): void {
  it('has the numbers of any visits', async () => {
    const runs = Math.max(4, Number(process.env['S9_FUZZ'] ?? 0) / 100);
    const property = fc.asyncProperty(MANY, async (drawn) => {
      const store = await empty();
      // An id is of one kind: one that is not, no widget sends.
      const events = drawn.map(({ kind, id, record, attributes, seconds }, index) =>
        event(kind as StoredEvent['name'], {
          id: kind === 's9.choice' ? `record ${record}` : `${kind} ${id}`,
          recordId: `record ${record}`,
          occurredAtMs: momentOf(kind === 's9.choice' ? record : id),
          receivedAtMs: NOON_MS + index,
          attributes: {
            ...(attributes as Record<string, string>),
            // No leave comes without; in a proof it is nothing that anybody knows.
            ...(kind === 's9.page_leave' && { 's9.visible_seconds': seconds }),
          },
          ...(kind === 's9.choice' && { subject: 'subject' }),
        }),
      );
      await store.write(events.slice(0, 20));
      await store.write(events.slice(20));
      for (const range of [DAY, { fromMs: DAY.fromMs - 3 * DAY_MS, toMs: DAY.toMs + 3 * DAY_MS }]) {
        expect(rounded(await store.stats(range))).toEqual(rounded(modelStats(events, range)));
      }
      await again(store);
    });
    await fc.assert(property, { numRuns: runs, seed: 12, endOnFailure: true });
  });
}
