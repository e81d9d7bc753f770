import { expect, it } from 'vitest';
import { nearShop, SHOP, TRACKER } from '../fakes.ts';
import { Once } from './once.ts';

function added(near = nearShop()) {
  const urls: string[] = [];
  return { urls, once: new Once(near, ({ kind, url }) => urls.push(`${kind} ${url}`)) };
}

it('adds what is found at every look once, each kind by itself', () => {
  const { urls, once } = added();
  for (const kind of ['hint', 'hint', 'ping'] as const) once.add({ kind, url: TRACKER });
  expect(urls).toEqual([`hint ${TRACKER}`, `ping ${TRACKER}`]);
});

it('adds nothing that is nobody else’s business', () => {
  const { urls, once } = added(nearShop('cdn.example'));
  once.add({ kind: 'hint', url: SHOP });
  once.add({ kind: 'hint', url: 'https://cdn.example/' });
  expect(urls).toEqual([]);
  expect(once.has('hint', SHOP)).toBe(false);
});

it('adds no hint for the host the widget is fetched from, and everything else there', () => {
  const near = nearShop();
  near.isFine('https://cdn.example/s9-consent.js');
  const { urls, once } = added(near);
  once.add({ kind: 'hint', url: 'https://cdn.example/' });
  once.add({ kind: 'ping', url: 'https://cdn.example/' });
  expect(urls).toEqual(['ping https://cdn.example/']);
});

it('knows what it has added', () => {
  const { once } = added();
  once.add({ kind: 'hint', url: TRACKER });
  expect(once.has('hint', TRACKER)).toBe(true);
  expect(once.has('request', TRACKER)).toBe(false);
});
