import { expect, it } from 'vitest';
import { social9 } from '../../policies/social9/policy.ts';
import { translated } from './translated.ts';

it('L-24 puts a translation in place of the words at each path it knows', () => {
  const { purposes, dataItems } = translated(social9, {
    'purposes.analytics.name': 'Statistik',
    'dataItems.ip.name': 'IP-Adresse',
    'purposes.unknown.name': 'x',
    'constructor.prototype.polluted': 'x',
    '__proto__.toString': 'x',
  });
  expect(purposes.find(({ id }) => id === 'analytics')?.name).toBe('Statistik');
  expect(dataItems['ip']?.name).toBe('IP-Adresse');
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(typeof {}.toString).toBe('function');
});

it('the policy itself stays as it was', () => {
  const before = JSON.stringify(social9);
  translated(social9, { 'purposes.analytics.why': 'x' });
  expect(JSON.stringify(social9)).toBe(before);
});
