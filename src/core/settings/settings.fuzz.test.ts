// Whatever stands where settings should: the check comes to an end, names what is wrong, and grants nothing by it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grantsOf } from '../choice/choice.ts';
import { POLICY } from '../choice/fakes.ts';
import { canonical } from '../policy/canonical.ts';
import { termsOf } from '../policy/terms.ts';
import { checkSettings, merge } from './check-settings.ts';

const RUNS = Number(process.env['S9_FUZZ'] ?? 300);

const word = fc.constantFrom(
  ...'id name why basis data recipients retention services hosts privacyUrl visitors purposes policy controller'.split(
    ' ',
  ),
  ...'necessary analytics social consent ip page controller P6M toString __proto__ constructor'.split(
    ' ',
  ),
);
/** Trees whose names and values are words of settings, so that they come near to real ones. */
const nearly = fc.letrec((tie) => ({
  tree: fc.dictionary(word, tie('value'), { maxKeys: 8 }),
  list: fc.array(tie('value'), { maxLength: 4 }),
  value: fc.oneof({ depthSize: 'small' }, word, fc.jsonValue(), tie('tree'), tie('list')),
})).tree;
const purposes = fc
  .array(nearly, { maxLength: 4 })
  .map((given) => ({ policy: { purposes: given } }));
const settings = fc.oneof(fc.anything(), nearly, purposes);

it('L-21 a fault ends in words, never in an error, and what is left can be recorded', () => {
  fc.assert(
    fc.property(settings, (given) => {
      const merged = merge({ policy: POLICY }, given);
      const checked = checkSettings(merged, POLICY);
      for (const { path, expected } of checked.faults) {
        expect([typeof path, typeof expected]).toEqual(['string', 'string']);
      }
      const { policy } = checked.settings;
      const { purposes: unasked } = grantsOf(null, policy, { gpc: false });
      for (const { id, basis, services, recipients } of policy.purposes) {
        if (!unasked[id]) continue;
        expect([basis, services, recipients]).toEqual(['necessary', [], ['controller']]);
      }
      expect(canonical(termsOf(policy))).toMatch(/^\{/);
    }),
    { numRuns: RUNS },
  );
});
