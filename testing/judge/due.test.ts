import { expect, it } from 'vitest';
import { granted, SILENCE, stateOf } from '../fakes.ts';
import { assertGrantIsKnown, assertSilenceIsDue } from './due.ts';
import { phaseOf } from './phase.ts';

it('tells who checks for silence under a grant what is granted, and what to call', () => {
  expect(() => assertSilenceIsDue(granted('analytics', 'service:films'))).toThrow(
    'expectSilence(): granted are necessary, analytics, service:films. Use expectOnly() here',
  );
});

it('lets silence be checked before a choice, after a no, and where there is no widget', () => {
  const refused = phaseOf(stateOf('reject-all'), new Set(['necessary']));
  expect(() => assertSilenceIsDue(refused)).not.toThrow();
  expect(() => assertSilenceIsDue(SILENCE)).not.toThrow();
});

it('tells who checks for a grant in silence what to call', () => {
  const refused = phaseOf(stateOf('reject-all'), new Set(['necessary']));
  const message = 'expectOnly(): nothing is granted. Use expectSilence() here';
  expect(() => assertGrantIsKnown(refused)).toThrow(message);
  expect(() => assertGrantIsKnown(SILENCE)).toThrow(message);
});

it('tells an id that is in no policy, beside those that are', () => {
  const misspelt = { analytics: [], anlytics: [] };
  expect(() => assertGrantIsKnown(granted('analytics'), misspelt)).toThrow(
    new TypeError(
      `expectOnly(): "anlytics" is not in the page's policy: necessary, analytics, social, service:films`,
    ),
  );
});

it('knows ids that are not granted, and services by their whole name', () => {
  const table = { social: [], 'service:films': [] };
  expect(() => assertGrantIsKnown(granted('analytics'), table)).not.toThrow();
  expect(() => assertGrantIsKnown(granted('analytics'), { films: [] })).toThrow(TypeError);
});
