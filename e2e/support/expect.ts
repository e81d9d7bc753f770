// Playwright's `expect`, whose polls look again soon: what is waited for is mostly there at once.
import { expect as playwrights } from 'playwright/test';

const INTERVALS_MS = [20, 40, 80, 160, 320, 640];

export const expect = playwrights.configure({});

const { poll } = expect;
expect.poll = (actual, given = {}) =>
  poll(actual, {
    intervals: INTERVALS_MS,
    ...(typeof given === 'string' ? { message: given } : given),
  });
