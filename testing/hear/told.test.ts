import { expect, it } from 'vitest';
import { nearShop, SHOP } from '../fakes.ts';
import { contactsTold, type Told } from './told.ts';

const by = 'at https://shop.example/:1:1';
const contacts = (told: Told, { shows = true, allow = [] as string[] } = {}) =>
  contactsTold(told, nearShop(...allow), shows).map(({ kind, url }) => `${kind} ${url}`);

it('tells each server of a peer connection', () => {
  const urls = ['stun:a.example', 'turn:b.example'];
  expect(contacts({ type: 'peer-connection', urls, by })).toEqual([
    'peer-connection stun:a.example',
    'peer-connection turn:b.example',
  ]);
});

it('tells no connection to the site itself, or to whom it allowed', () => {
  expect(contacts({ type: 'web-socket', url: 'wss://shop.example/live', by })).toEqual([]);
  expect(contacts({ type: 'web-transport', url: `${SHOP}live`, by })).toEqual([]);
  const socket = { type: 'web-socket', url: 'wss://live.example/', by } as const;
  expect(contacts(socket)).toEqual(['web-socket wss://live.example/']);
  expect(contacts(socket, { allow: ['live.example'] })).toEqual([]);
});

it('tells a worker only where what it fetches does not show, and it was not allowed', () => {
  const worker = { type: 'shared-worker', url: `${SHOP}worker.js`, by } as const;
  expect(contacts(worker)).toEqual([]);
  expect(contacts(worker, { shows: false })).toEqual([`shared-worker ${SHOP}worker.js`]);
  expect(contacts(worker, { shows: false, allow: ['/worker.js'] })).toEqual([]);
});

it('tells no contact by a press, a state or a refusal', () => {
  expect(contacts({ type: 'press' })).toEqual([]);
  expect(contacts({ type: 'state', state: {} })).toEqual([]);
  expect(contacts({ type: 'refused', reason: 'covered' })).toEqual([]);
});
