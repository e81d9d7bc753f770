// Which part may import which: the table of ARCHITECTURE.md, and the check that holds a file to it.
import { posix } from 'node:path';
import { type Import, importsIn } from './read-imports.ts';

interface Row {
  /** Files of this part. */
  readonly from: RegExp;
  /** Files and baked modules it may import. */
  readonly may: RegExp;
  /** Files it may import types of, besides. */
  readonly mayTypes?: RegExp;
  readonly packages: RegExp;
}

const NONE = /^(?!)/;
const ANY = /^/;
const BAKED = 'virtual:s9/';

/** First row that fits a file counts. */
const TABLE: readonly Row[] = [
  { from: /^src\/core\//, may: /^src\/core\//, packages: NONE },
  {
    from: /^src\/browser\//,
    may: new RegExp(`^src/(core|browser)/|^${BAKED}`),
    packages: /^idb-keyval$/,
  },
  {
    from: /^src\/ui\//,
    may: new RegExp(`^src/(core|ui)/|^src/locales/en\\.|^src/browser/hand-over\\.|^${BAKED}`),
    packages: /^preact(\/(hooks|jsx-runtime))?$/,
  },
  { from: /^src\/(locales|policies)\//, may: NONE, packages: NONE },
  {
    from: /^src\/start\.ts$/,
    may: new RegExp(`^src/(core|browser)/|^${BAKED}`),
    packages: NONE,
  },
  {
    from: /^src\/embed\.ts$/,
    may: new RegExp(`^src/start\\.ts$|^src/browser/(parts|tag-settings)\\.|^${BAKED}`),
    mayTypes: /^src\/core\//,
    packages: NONE,
  },
  {
    from: /^src\/index\.ts$/,
    may: /^src\/start\.ts$|^src\/ui\/(ask|data|panel)\.|^src\/browser\/(leak-watch|rights|settle|with-rights)\./,
    mayTypes: /^src\/(core|browser)\//,
    packages: NONE,
  },
  {
    from: /^src\/\w+\.iife\.ts$/,
    may: new RegExp(`^src/browser/|^${BAKED}`),
    packages: NONE,
  },
  {
    from: /^src\/verify\.ts$/,
    may: /^src\/core\/(receipt\/|gpc-file\.)|^src\/browser\/(proof|signature)\./,
    mayTypes: /^src\/core\//,
    packages: NONE,
  },
  { from: /^src\/build\.d\.ts$/, may: /^src\/core\//, packages: NONE },
  {
    from: /^src\/testing\//,
    may: /^src\/testing\//,
    mayTypes: /^src\/core\//,
    packages: /^playwright(\/test)?$/,
  },
  {
    from: /^demo\//,
    may: /^demo\/|^src\/index\.ts$|^src\/policies\/|^src\/ui\/theme\.css\?(raw|inline)$/,
    packages: ANY,
  },
  // What Customers run beside Playwright is a part of the test, not of the page.
  { from: /^e2e\/testing-helper\//, may: /^e2e\/|^src\/testing\//, packages: ANY },
  { from: /^e2e\//, may: /^e2e\/|^scripts\//, packages: /^(?!social9-consent)/ },
];

/** Beside what they test; they need fakes and more than one part at a time. */
const isTest = (file: string): boolean => /\.test\.tsx?$|\/fakes\.ts$/.test(file);

const isFile = (specifier: string): boolean => /^\.{0,2}\//.test(specifier);

function isAllowed(file: string, { specifier, isTypeOnly }: Import, row: Row): boolean {
  if (!isFile(specifier) && !specifier.startsWith(BAKED)) return row.packages.test(specifier);
  const target = isFile(specifier) ? posix.join(posix.dirname(file), specifier) : specifier;
  return row.may.test(target) || (isTypeOnly && (row.mayTypes?.test(target) ?? false));
}

/** One line for each import the table does not allow. `file` is relative to the root, with slashes. */
export function breachesIn(file: string, source: string): string[] {
  if (isTest(file) && file.startsWith('src/')) return [];
  const row = TABLE.find(({ from }) => from.test(file));
  if (!row) return [`${file} stands in no row of the import table`];
  return importsIn(source)
    .filter((each) => !isAllowed(file, each, row))
    .map(({ specifier, isTypeOnly }) => `${file} imports ${isTypeOnly ? 'type ' : ''}${specifier}`);
}
