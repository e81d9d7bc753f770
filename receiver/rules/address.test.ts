// L-01 an IP address is taken from whom it can be believed, and cut to what the policy leaves.
import { expect, test } from 'vitest';
import { addressOf, leftOf } from './address.ts';

const asked = (forwarded: string | string[] | undefined, remoteAddress = '10.0.0.1') => ({
  headers: { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
});

test.each([
  ['192.0.2.7, 198.51.100.9', 1, '198.51.100.9'],
  ['192.0.2.7, 198.51.100.9', 2, '192.0.2.7'],
  [['192.0.2.7', '198.51.100.9'], 2, '192.0.2.7'],
  ['192.0.2.7', 2, undefined],
  [undefined, 1, undefined],
  ['unknown', 1, undefined],
  ['198.51.100.9:4711', 1, '198.51.100.9'],
  ['[2001:DB8::1]:443', 1, '2001:db8::1'],
  ['fe80::1%eth0', 1, 'fe80::1'],
  ['::ffff:192.0.2.7', 1, '192.0.2.7'],
  ['192.0.2.7', 0, '10.0.0.1'],
] as const)('of %j behind %i it is %s', (forwarded, proxies, address) => {
  expect(addressOf(asked(forwarded as string), proxies)).toBe(address);
});

test.each([
  ['203.0.113.77', '203.0.113.0'],
  ['2001:db8:85a3:8d3:1319:8a2e:370:7348', '2001:db8:85a3::'],
  ['2001:db8::1', '2001:db8::'],
  ['::1', '::'],
  ['1::', '1::'],
  ['64:ff9b::192.0.2.33', '64:ff9b::'],
  ['0:0:0:0:0:ffff:192.0.2.33', '::'],
  ['2002:cb00:714d:12::1', '2002:cb00:7100::'],
  ['2002:cb00:4d::1', '2002:cb00::'],
])('%s is truncated to %s', (address, left) => {
  expect(leftOf(address, 'truncated')).toBe(left);
});

test('what is not known is not kept', () => {
  expect(leftOf(undefined, 'kept')).toBeUndefined();
  expect(leftOf('203.0.113.77', 'dropped')).toBeUndefined();
});
