// What the page is told, whatever it holds.
import { expect, it } from 'vitest';
import { announce, on } from './page.ts';

it('a picture that bears the name of a method is in no way', () => {
  const views: unknown[] = [];
  const off = on('open', ({ view }) => views.push(view));
  document.body.innerHTML = '<img name="dispatchEvent" alt="">';
  announce('open', { view: 'banner' });
  document.body.replaceChildren();
  off();
  announce('open', { view: 'data' });
  expect(views).toEqual(['banner']);
});
