// Settings over the default policy of the tests, checked, and a purpose to go wrong. For tests only.
import { POLICY } from '../choice/fakes.ts';
import { checkSettings, merge } from './check-settings.ts';

export const check = (given: unknown) => checkSettings(merge({ policy: POLICY }, given), POLICY);

/** Where the faults are. */
export const paths = (given: unknown) => check(given).faults.map(({ path }) => path);

/** Ids of the purposes that can still be granted. */
export const grantable = (given: unknown) =>
  check(given)
    .settings.policy.purposes.filter(({ basis }) => basis === 'consent')
    .map(({ id }) => id);

/** A sound one. */
export const purpose = {
  id: 'ads',
  name: 'Advertising',
  why: 'To show advertising.',
  data: ['ip'],
  basis: 'consent',
  recipients: ['Ad House'],
  retention: 'P1M',
};

/** One more purpose, sound but for the change. */
export const withPurpose = (change: object) => ({
  policy: { purposes: [{ ...purpose, ...change }] },
});
