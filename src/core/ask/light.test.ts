// Every way in which a browser writes a colour that it computed.
import { expect, test } from 'vitest';
import { lightOf } from './light.ts';

/** The same colour, a mid green, as each engine may write it: luminance 0.37. */
const GREEN = [
  'rgb(0, 180, 90)',
  'rgb(0 180 90)',
  'color(srgb 0 0.706 0.353)',
  'color(srgb -0.02 0.706 0.353)',
  'color(srgb-linear 0 0.456 0.102)',
  'color(srgb-linear none 0.456 0.102)',
  'color(display-p3 0.32 0.69 0.39)',
  'color(xyz 0.181 0.333 0.151)',
  'color(xyz-d65 0.181 0.333 0.151)',
  'color(xyz-d50 0.181 0.333 0.114)',
  'lab(64.6 -56 35)',
  'lch(64.6 66 148)',
  'oklab(0.68 -0.16 0.09)',
  'oklch(0.68 0.19 150)',
];

test.each(GREEN)('%s is as light as it looks', (color) => {
  expect(Math.abs(lightOf(color)[0] - 0.34)).toBeLessThan(0.05);
  expect(lightOf(color)[1]).toBe(1);
});

test.each([
  ['rgb(255, 255, 255)', 1, 1],
  ['rgba(0, 0, 0, 0.5)', 0, 0.5],
  ['rgb(0 0 0 / 0.5)', 0, 0.5],
  ['color(srgb 1 1 1 / 0.25)', 1, 0.25],
  ['color(srgb 1e-7 0 0 / none)', 0, 0],
  ['oklch(none none none)', 0, 1],
  ['oklab(1 0 0 / 0)', 1, 0],
  ['lab(100 0 0)', 1, 1],
])('%s has light %f and alpha %f', (color, light, alpha) => {
  expect(lightOf(color)[0]).toBeCloseTo(light, 2);
  expect(lightOf(color)[1]).toBe(alpha);
});
