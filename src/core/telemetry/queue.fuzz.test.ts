// Anything can stand in the site's own database and storage (F-11): the queue is what has the form of ours, and no more.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NOON_MS, POLICY } from '../choice/fakes.ts';
import type { PurposeTerms } from '../policy/policy.ts';
import { declared, NEEDS } from './attributes.ts';
import { VISIT_EVENTS } from './events.ts';
import { linkNow } from './link.ts';
import { createMine } from './mine.ts';
import { namedPage, pageOf } from './path.ts';
import { asQueue, batchOf, MAX_AGE_MS, MAX_WAITING } from './queue.ts';

const RUNS = Number(process.env['S9_FUZZ'] ?? 300);
const [, PURPOSE] = POLICY.purposes as [unknown, PurposeTerms];

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withTypedArray: true,
});

const EVENT = {
  id: 'a',
  name: 's9.page_view',
  occurredAt: NOON_MS,
  attributes: { 's9.event.id': 'a', 's9.record.id': 'r1', 'url.path': '/' },
};
const RECORD = { recordId: 'r1', decidedAt: NOON_MS, purposes: { analytics: true } };

/** One of ours, with something else in some of its places. */
const nearly = <T extends object>(whole: T) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(whole)), anything, { maxKeys: 2 })
    .map((change) => ({ ...whole, ...change }));

const events = fc.array(fc.oneof(nearly(EVENT), anything, fc.constant(EVENT)), { maxLength: 8 });
const queues = fc.oneof(
  anything,
  fc.record({ events, dueAt: anything, heldUntil: anything }, { requiredKeys: [] }),
);
const histories = fc.array(fc.oneof(nearly(RECORD), anything, fc.constant(RECORD)), {
  maxLength: 5,
});

it('F-11 whatever lies there, what is queued has the form of ours, is bounded and not too old', () => {
  fc.assert(
    fc.property(queues, events, events, histories, (queue, left, done, history) => {
      const stored = { queue, left: { events: left, done }, history };
      const merged = createMine().mergedWith(stored, NOON_MS);
      for (const event of merged.events) {
        expect(VISIT_EVENTS).toContain(event.name);
        expect(Math.abs(event.occurredAt - NOON_MS)).toBeLessThanOrEqual(MAX_AGE_MS);
        expect(event.attributes['s9.event.id']).toBe(event.id);
        expect(history).toContainEqual(expect.objectContaining({ recordId: 'r1' }));
        const carried = Object.keys(declared(event.attributes, PURPOSE));
        expect(carried.every((name) => name.startsWith('s9.') || name in NEEDS)).toBe(true);
      }
      expect(merged.events.length).toBeLessThanOrEqual(MAX_WAITING);
      expect(new Set(merged.events.map(({ id }) => id)).size).toBe(merged.events.length);
      expect(batchOf(merged, () => 100).length).toBeLessThanOrEqual(merged.events.length);
      expect(merged.dueAt).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: RUNS },
  );
});

it('F-11 a queue that was read is read the same again', () => {
  fc.assert(
    fc.property(queues, (queue) => {
      const once = asQueue(queue, NOON_MS);
      expect(asQueue(once, NOON_MS)).toEqual(once);
    }),
    { numRuns: RUNS },
  );
});

it('F-11 whatever is kept, what links visits is one number under the answer in force', () => {
  const fresh = { id: '3e16018d-a7b7-427e-ac43-05ff3c96d8c2', recordId: 'r1', at: NOON_MS };
  fc.assert(
    fc.property(fc.oneof(anything, nearly(fresh)), fc.constantFrom('visit', 'id'), (kept, kind) => {
      const link = linkNow(kept, fresh, kind as 'visit' | 'id');
      expect(link.recordId).toBe('r1');
      expect(link.id).toHaveLength(fresh.id.length);
      expect(link.at).toBeLessThanOrEqual(NOON_MS);
    }),
    { numRuns: RUNS },
  );
});

it('L-26 no address makes a path of another length of parts, and none that looks like an e-mail address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (url) => {
      const page = pageOf(url);
      const told = namedPage(page);
      expect(told.split('/')).toHaveLength(page.split('/').length);
      expect(told).not.toMatch(/[^\s@/]+@[^\s@/]+\.[a-z]{2,}/);
    }),
    { numRuns: RUNS },
  );
});
