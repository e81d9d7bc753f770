import { expect, it } from 'vitest';
import type { View } from '../core/ask/ask.ts';
import { Views } from './views.ts';

function told() {
  const heard: (View | null)[] = [];
  return { heard, views: new Views((view) => void heard.push(view)) };
}

it('tells of each view that is on screen, once, and of none that is only asked for', () => {
  const { heard, views } = told();
  views.want('data');
  views.want('preferences');
  expect(heard).toEqual([]);
  views.show('preferences');
  views.show('preferences');
  views.show(null);
  views.show(null);
  expect(heard).toEqual(['preferences', null]);
});

it('what is on screen stays until what was asked for has come', () => {
  const { views } = told();
  views.show('banner');
  views.want('preferences');
  expect(views.shown).toBe('banner');
  expect(views.isWanted('preferences')).toBe(true);
  views.showOver('preferences', false);
  expect(views.shown).toBe('preferences');
});

it('only the view asked for last is wanted', () => {
  const { views } = told();
  views.want('preferences');
  views.want('data');
  expect([views.isWanted('preferences'), views.isWanted('data')]).toEqual([false, true]);
});

it.each([
  ['the banner', 'banner'],
  ['the page', null],
] as const)('leaving the second layer leads back to %s', (_where, from) => {
  const { views } = told();
  views.show(from);
  views.showOver('preferences', false);
  expect(views.behind).toBe(from);
});

it('from one view of the second layer to the next the way back stays the same', () => {
  const { views } = told();
  views.show('banner');
  views.showOver('preferences', false);
  views.showOver('data', true);
  expect(views.behind).toBe('banner');
});
