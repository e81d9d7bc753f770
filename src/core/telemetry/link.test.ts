import { describe, expect, it } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import { ID_ENDS_MS, linkNow, VISIT_ENDS_MS } from './link.ts';

const at = (ms: number, id = 'id-0', recordId = 'r1') => ({ id, recordId, at: NOON_MS + ms });

describe('L-29 the number that links', () => {
  it('visits stays, and does not slide, for thirteen months at most', () => {
    const kept = at(0);
    expect(linkNow(kept, at(ID_ENDS_MS - 1, 'id-1'), 'id')).toEqual(kept);
    expect(linkNow(kept, at(ID_ENDS_MS, 'id-1'), 'id').id).toBe('id-1');
    expect(ID_ENDS_MS / 86_400_000).toBeLessThanOrEqual(395);
  });

  it('pages of a visit stays as long as somebody goes on, and ends with half an hour of nothing', () => {
    const next = linkNow(at(0), at(VISIT_ENDS_MS - 1, 'id-1'), 'visit');
    expect(next).toEqual(at(VISIT_ENDS_MS - 1));
    expect(linkNow(next, at(2 * VISIT_ENDS_MS - 2, 'id-1'), 'visit').id).toBe('id-0');
    expect(linkNow(next, at(2 * VISIT_ENDS_MS - 1, 'id-1'), 'visit').id).toBe('id-1');
  });

  it('ends with the answer it was granted by', () => {
    expect(linkNow(at(0), at(1, 'id-1', 'r2'), 'id').id).toBe('id-1');
    expect(linkNow(at(0), at(1, 'id-1', 'r2'), 'visit').id).toBe('id-1');
  });

  it.each([undefined, null, 'junk', 7, [], {}, { id: 7, recordId: 'r1', at: NOON_MS }])(
    'F-11 is made anew where %j was kept',
    (kept) => {
      expect(linkNow(kept, at(1, 'id-1'), 'id').id).toBe('id-1');
    },
  );

  it.each([
    at(2),
    { ...at(0), at: 'noon' },
    { ...at(0), at: Number.NaN },
    at(0, 'a number that somebody chose'),
  ])('F-11 F-30 is made anew where %j was kept', (kept) => {
    expect(linkNow(kept, at(1, 'id-1'), 'id').id).toBe('id-1');
  });
});
