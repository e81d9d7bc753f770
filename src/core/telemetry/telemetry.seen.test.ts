// How long a page was seen, told when it is hidden or left.
import { describe, expect, it } from 'vitest';
import { NOON_MS } from '../choice/fakes.ts';
import { ANALYTICS, page, pathOf, visibleOf } from './fakes.ts';

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
