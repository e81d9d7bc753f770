import { expect, it } from 'vitest';
import { entriesIn, heard, kept, nearShop, SHOP, SILENCE, TRACKER } from '../fakes.ts';
import { jarIn, jarKeyOf, storedIn, storesIn } from './stored.ts';

const NOTHING: ReadonlySet<string> = new Set();
const hold = (origin: string) => ({ origin, stores: [{ kind: 'localStorage', name: 'id' }] });

it('tells what a frame holds, whose it is, and which frame', () => {
  expect(storesIn(hold('https://shop.example'), `${SHOP}page`, 'shop.example', NOTHING)).toEqual([
    {
      kind: 'localStorage',
      name: 'id',
      url: 'https://shop.example',
      by: 'the frame https://shop.example/page',
    },
  ]);
});

it('tells what the site holds at every look, and what others hold once', () => {
  const [own, other] = [hold('https://shop.example'), hold(TRACKER)];
  const told = [kept('localStorage', 'id', own.origin), kept('localStorage', 'id', TRACKER)];
  const wasSeen = storedIn(entriesIn(SILENCE, ...told));
  expect(storesIn(own, SHOP, 'shop.example', wasSeen)).toHaveLength(1);
  expect(storesIn(other, SHOP, 'shop.example', wasSeen)).toHaveLength(0);
  expect(storesIn(other, SHOP, 'shop.example', NOTHING)).toHaveLength(1);
});

it('takes a contact for nothing stored', () => {
  expect(storedIn(entriesIn(SILENCE, heard({ url: TRACKER }))).size).toBe(0);
});

it('tells the cookies in the jar, but for those from before', () => {
  const login = { name: 'login', domain: 'shop.example' };
  const jar = [login, { name: 'id', domain: '.shop.example' }];
  expect(jarIn(jar, new Set([jarKeyOf(login)]), nearShop(), NOTHING)).toEqual([
    { kind: 'cookie', name: 'id', url: 'https://shop.example/' },
  ]);
});

it('takes a cookie of the same name for another domain as another', () => {
  const before = new Set([jarKeyOf({ name: 'id', domain: 'tracker.example' })]);
  expect(jarIn([{ name: 'id', domain: 'shop.example' }], before, nearShop(), NOTHING)).toHaveLength(
    1,
  );
});

it('tells own cookies at every look, and those of others once', () => {
  const jar = [
    { name: 'id', domain: 'shop.example' },
    { name: 'id', domain: '.tracker.example' },
  ];
  const first = jarIn(jar, NOTHING, nearShop(), NOTHING);
  expect(first).toHaveLength(2);
  const wasSeen = storedIn(entriesIn(SILENCE, ...first));
  expect(jarIn(jar, NOTHING, nearShop(), wasSeen)).toMatchObject([{ url: SHOP }]);
});
