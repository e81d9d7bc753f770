import { expect, it } from 'vitest';
import { createConsent } from './index.ts';

it('is safe to import on a server, and says where it can be called', () => {
  expect(() => createConsent()).toThrow(
    new TypeError('createConsent(): expected to be called in a browser'),
  );
});
