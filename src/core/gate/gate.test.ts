import { expect, it } from 'vitest';
import { POLICY } from '../choice/fakes.ts';
import { idsIn, isGranted } from './gate.ts';
import { missingFor } from './missing.ts';

const grants = {
  purposes: { necessary: true, analytics: true, social: false },
  services: { film: true, pins: false },
};
const missing = (ids: string[], ...hosts: string[]) => missingFor({ ids, hosts }, POLICY, grants);

it('releases what everything listed is granted for', () => {
  expect(missing(['analytics'])).toEqual([]);
  expect(missing(['analytics', 'service:film'])).toEqual([]);
  expect(missing(['analytics', 'social'])).toEqual(['social']);
});

it('holds an element that names nothing, or nothing the policy knows', () => {
  expect(missing([])).toEqual(['']);
  expect(missing(['marketing'])).toEqual(['marketing']);
  expect(missing(['service:unknown'])).toEqual(['service:unknown']);
});

it('lets an element to a refused service wait, whatever it was marked with', () => {
  expect(missing(['analytics'], 'pins.example')).toEqual(['service:pins']);
  expect(missing(['analytics'], 'film.example')).toEqual([]);
  expect(missing(['analytics'], 'elsewhere.example')).toEqual([]);
});

it.each(['__proto__', 'constructor', 'toString', 'service:constructor', 'service:', ''])(
  'F-41 never grants %j',
  (id) => expect(isGranted(grants, id)).toBe(false),
);

it('reads ids apart at any white space', () => {
  expect(idsIn('  analytics\n\tservice:film ')).toEqual(['analytics', 'service:film']);
  expect(idsIn('')).toEqual([]);
});
