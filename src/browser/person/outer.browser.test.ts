// A page in a page of the same site finds the widget around it; in a page of its own, or of another site, none.
import { afterEach, expect, it } from 'vitest';
import type { Consent } from '../../core/consent.ts';
import { outerConsent, type Page, RUNNING } from './outer.ts';

const around = window.parent as Page;

afterEach(() => {
  delete around[RUNNING];
});

it('the widget of a page around this one, and not its own', () => {
  expect(outerConsent()).toBeUndefined();
  const consent = {} as Consent;
  (window as Page)[RUNNING] = {} as Consent;
  expect(outerConsent()).toBeUndefined();
  around[RUNNING] = consent;
  expect(outerConsent()).toBe(consent);
  delete (window as Page)[RUNNING];
});
