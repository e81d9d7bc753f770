// Playwright's `expect`, whose polls look again soon: what is waited for is mostly there at once.
import { expect as playwrights } from 'playwright/test';

const INTERVALS_MS = [20, 40, 80, 160, 320, 640];

/** One of its own, with options as Playwright's `expect.configure()` takes them. */
export function expectWith(options: Parameters<typeof playwrights.configure>[0]) {
  const made = playwrights.configure(options);
  const { poll } = made;
  made.poll = (actual, given = {}) =>
    poll(actual, {
      intervals: INTERVALS_MS,
      ...(typeof given === 'string' ? { message: given } : given),
    });
  return made;
}

export const expect = expectWith({});
