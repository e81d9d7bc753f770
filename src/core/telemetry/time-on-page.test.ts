import { describe, expect, it } from 'vitest';
import { timeOnPage } from './time-on-page.ts';

describe('time on page', () => {
  it('is the time the page was seen', () => {
    const time = timeOnPage(1000, true);
    expect(time.seconds(4340)).toEqual({ visible: 3.3, engaged: 0 });
    expect(time.seconds(6000)).toEqual({ visible: 5, engaged: 0 });
  });

  it('F-22 is not what passes while it is hidden', () => {
    const time = timeOnPage(0, true);
    time.hide(5000);
    expect(time.seconds(90_000).visible).toBe(5);
    time.show(100_000);
    time.show(101_000);
    expect(time.seconds(102_000).visible).toBe(7);
  });

  it('F-21 does not begin before a page that was opened out of sight is shown', () => {
    const time = timeOnPage(0, false);
    time.act(1000);
    expect(time.seconds(60_000)).toEqual({ visible: 0, engaged: 0 });
    time.show(60_000);
    expect(time.seconds(61_000).visible).toBe(1);
  });

  it('is engaged for ten seconds after each press, key or scroll, counted once', () => {
    const time = timeOnPage(0, true);
    time.act(5000);
    time.act(8000);
    expect(time.seconds(12_000)).toEqual({ visible: 12, engaged: 7 });
    expect(time.seconds(60_000)).toEqual({ visible: 60, engaged: 13 });
    time.act(60_000);
    expect(time.seconds(61_000).engaged).toBe(14);
  });

  it('is not engaged while it is hidden, nor by what was done before', () => {
    const time = timeOnPage(0, true);
    time.act(0);
    time.hide(2000);
    time.show(4000);
    expect(time.seconds(9000)).toEqual({ visible: 7, engaged: 2 });
  });
});
