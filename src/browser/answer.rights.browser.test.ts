import { expect, it } from 'vitest';
import { SETTINGS } from '../core/choice/fakes.ts';
import type { CreateRights, RightsHost } from '../core/rights/rights.ts';
import { createKeeper } from './answer.ts';
import { portsOf, storeOf } from './fakes.ts';

it('L-27 F-34 what people have a right to is made once, and tried again where it was not to be had', async () => {
  const hosts: RightsHost[] = [];
  const createRights: CreateRights = (host) => {
    hosts.push(host);
    return {} as ReturnType<CreateRights>;
  };
  const coming = [null, createRights];
  const none = async () => null;
  const ports = portsOf(storeOf());
  const { rights } = createKeeper(SETTINGS, ports, {
    loadForms: none,
    loadRights: async () => coming.shift() ?? null,
    loadProofs: none,
    loadCleanUp: none,
  });
  const consent = {} as RightsHost['consent'];
  expect(await rights(consent)).toBeNull();
  expect(await rights(consent)).not.toBeNull();
  expect(await rights(consent)).toBe(await rights(consent));
  expect(hosts).toEqual([{ settings: SETTINGS, ports, consent }]);
});
