// A place that a person gave the permanent control lasts as long as its tab, and is nowhere before.
import { afterEach, expect, it, vi } from 'vitest';
import { move, putBack } from './place.ts';

const made = () => document.body.appendChild(document.createElement('button'));
const INSET = '12px 12px auto auto';

afterEach(() => {
  vi.restoreAllMocks();
  for (const each of document.querySelectorAll('button')) each.remove();
  sessionStorage.clear();
});

it('L-10 looking where it stands stores nothing', () => {
  const control = made();
  putBack(control);
  expect(sessionStorage).toHaveLength(0);
  expect(control.style.inset).toBe('');
});

it('L-18 the next page of the tab has it where it was put, whatever the page says of it', () => {
  const first = made();
  move(first, INSET);
  const second = made();
  putBack(second);
  for (const { style } of [first, second]) {
    expect([style.inset, style.getPropertyPriority('inset')]).toEqual([INSET, 'important']);
  }
});

it('L-27 it can be forgotten', () => {
  move(null, INSET);
  move(null, null);
  expect(sessionStorage).toHaveLength(0);
});

it('F-09 where nothing can be stored it lasts as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const control = made();
  move(control, INSET);
  expect(control.style.inset).toBe(INSET);
});

it('a value that is none leaves it in its corner', () => {
  sessionStorage.setItem('s9-consent-place', 'over there');
  const control = made();
  putBack(control);
  expect(control.style.inset).toBe('');
});
