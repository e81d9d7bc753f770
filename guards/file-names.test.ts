// File names keep to the house rules, in the sources and in what is shipped.
import { expect, test } from 'vitest';
import { isAstray, isBlocked, isDrawer } from './file-names.ts';
import { filesIn } from './project-files.ts';

const sources = [
  'src',
  'testing',
  'frameworks',
  'receiver',
  'conformance',
  'demo',
  'e2e',
  'guards',
  'scripts',
  'build',
].flatMap(filesIn);
const tests = sources.filter((file) => /\.test\.tsx?$/.test(file));
/** What browsers fetch: of the package, its bundler names the files. */
const shipped = filesIn('dist/tag').filter((file) => !file.endsWith('.map'));

test('there is no drawer', () => {
  expect(sources.filter(isDrawer)).toEqual([]);
});

test.for([
  'src/utils/date.ts',
  'src/core/helpers.ts',
  'demo/lib/x.ts',
  'src/types.d.ts',
  'src/ui/constants.ts',
])('%s is a drawer', (file) => {
  expect(isDrawer(file)).toBe(true);
});

test.for(['src/core/gate.ts', 'src/ui/typeface.css', 'src/library/index.ts'])(
  '%s is not',
  (file) => {
    expect(isDrawer(file)).toBe(false);
  },
);

test('tests stand beside what they test', () => {
  const all = new Set(sources);
  const inSource = tests.filter((file) => file.startsWith('src/'));
  expect(inSource.filter((file) => isAstray(file, all))).toEqual([]);
  expect(sources.filter((file) => /(^|\/)(__tests__|tests?)\//.test(file))).toEqual([]);
});

test('a test away from its subject is astray', () => {
  expect(isAstray('src/tests/gate.test.ts', new Set(['src/core/gate.ts']))).toBe(true);
  expect(isAstray('src/ui/A.browser.test.tsx', new Set(['src/ui/A.tsx']))).toBe(false);
});

test('X-10 no shipped path is on a block list', () => {
  expect(shipped).toContain('dist/tag/s9-consent.js');
  expect(shipped.filter(isBlocked)).toEqual([]);
});

test.for([
  's9-consent-banner.js',
  'cookie-notice.js',
  'consent-manager.js',
  'cmp/cmp.js',
  'social-share.js',
])('X-10 %s would be blocked', (path) => {
  expect(isBlocked(path)).toBe(true);
});
