// A policy that is edited stays the least a Customer has to write, and one the widget takes.
import { expect, test } from 'vitest';
import { FIRST, settingsInForce } from './design.ts';
import {
  droppedFrom,
  withNewPurpose,
  withoutPurpose,
  withPurpose,
  withPurposeBack,
} from './purposes.ts';

const { policy } = FIRST.settings;
const inForce = (given: typeof policy) => settingsInForce({ policy: given });
const ids = (given: typeof policy) => inForce(given).settings.policy.purposes.map(({ id }) => id);

test('a member that is set and taken away again leaves nothing behind', () => {
  const named = withPurpose(policy, 'analytics', { name: 'Counting' });
  expect(named.purposes).toEqual([{ id: 'analytics', name: 'Counting' }]);
  expect(withPurpose(named, 'analytics', { name: undefined })).toEqual(policy);
});

test('a shipped purpose is dropped, and comes back', () => {
  const less = withoutPurpose(policy, 'social');
  expect(ids(less)).toEqual(['necessary', 'analytics']);
  expect(droppedFrom(less).map(({ id }) => id)).toEqual(['social']);
  expect(withPurposeBack(less, 'social')).toEqual(policy);
});

test('new purposes are taken as they come, and are gone when they are removed', () => {
  const two = withNewPurpose(withNewPurpose(policy));
  expect(ids(two)).toEqual(['necessary', 'analytics', 'social', 'purpose-1', 'purpose-2']);
  const moved = withPurpose(two, 'purpose-2', { services: [] });
  expect(inForce(moved).faults).toEqual([]);
  expect(ids(withoutPurpose(two, 'purpose-1'))).not.toContain('purpose-1');
});
