// The package where what it splits off is not to be had: everything stays held, and nothing breaks.
import { afterAll, expect, test, vi } from 'vitest';
import type { Failure } from './core/announcements.ts';
import { createConsent } from './index.ts';

const { offline } = vi.hoisted(() => ({
  /** A module that cannot be run, as one that cannot be fetched. */
  offline: (name: string) =>
    Object.defineProperty({}, name, {
      enumerable: true,
      get: () => {
        throw new TypeError('Failed to fetch dynamically imported module');
      },
    }),
}));

vi.mock('./browser/answer.ts', () => offline('createKeeper'));
vi.mock('./worded/ui.ts', () => offline('createUi'));

afterAll(() => {
  document.querySelector('s9-consent')?.remove();
});

test('F-34 a part that is not to be had grants nothing, is said, and rejects nothing', async () => {
  const failures: Failure[] = [];
  document.addEventListener('s9:error', (event) => {
    failures.push((event as CustomEvent<Failure>).detail);
  });
  const consent = createConsent();
  await consent.ready;
  await consent.open('preferences');
  await consent.reject();
  expect(await consent.export()).toBeNull();
  expect(consent.allows('analytics')).toBe(false);
  expect(new Set(failures.map(({ what, path }) => `${what} ${path}`))).toEqual(
    new Set(['file ui', 'file answer']),
  );
});
