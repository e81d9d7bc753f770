import { expect, it } from 'vitest';
import { misspelt } from './misspelt.ts';

const OURS = ['endpoint', 'lang', 'layout', 'gpc', 'privacyUrl', 'watch'];
const told = (...found: string[]) => misspelt(found, OURS, ['proofEndpoint', 'mirror']);

it.each(['endpont', 'endpoints', 'ndpoint', 'privacyurl', 'kang', 'langg', 'gp', 'mirrors'])(
  '%s is a letter off',
  (name) => {
    expect(told(name)).toEqual([name]);
  },
);

it('a setting that stands in JSON alone does nothing on the tag', () => {
  expect(told('proofEndpoint')).toEqual(['proofEndpoint']);
});

it('what is ours, and what is somebody else’s, is passed over', () => {
  const others = ['cfasync', 'noOptimize', 'turboTrack', 'rocketSrc', 'wpStrategy', 'endpiont', ''];
  expect(told(...OURS, ...others)).toEqual([]);
});

it('all are told, in their order', () => {
  expect(told('watc', 'cfasync', 'mirror')).toEqual(['watc', 'mirror']);
});
