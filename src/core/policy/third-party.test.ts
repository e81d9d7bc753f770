import { expect, it } from 'vitest';
import { hasThirdParty } from './third-party.ts';

const OURS = ['controller', 'processor'];

it.each([
  ['a service', [{}], OURS, true],
  ['another recipient', [], [...OURS, 'Ad House'], true],
  ['neither', [], OURS, false],
] as const)(
  'L-43 a purpose with %s goes to a third party: %#',
  (_what, services, recipients, is) => {
    expect(hasThirdParty({ services, recipients })).toBe(is);
  },
);
