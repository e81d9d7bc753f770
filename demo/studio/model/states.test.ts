// The studio's states and the promises of the end-to-end tests are one list.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GROUPS, STATES } from './states.ts';

test.for(STATES.map(({ id, promise }) => [id, promise] as const))(
  '%s is tested as “%s”',
  ([, promise]) => {
    expect(
      existsSync(`e2e/promises/${promise}/promise.spec.ts`) ||
        existsSync(`e2e/promises/${promise}/promise.signal.spec.ts`),
    ).toBe(true);
  },
);

test('each is named once, and stands in a group', () => {
  expect(new Set(STATES.map(({ id }) => id)).size).toBe(STATES.length);
  expect(new Set(STATES.map(({ group }) => group))).toEqual(new Set(GROUPS.map(([id]) => id)));
});
