// Before the grant and after a no nothing is listened to, and nothing is told.
import { describe, expect, it } from 'vitest';
import { page, visibleOf } from './fakes.ts';

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
