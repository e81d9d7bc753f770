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
    may: new RegExp(`^src/(core|browser)/|^${BAKED}build$`),
    mayTypes: /^src\/locales\/locale\./,
    packages: /^idb-keyval$/,
  },
  // Words stand in src/worded alone: a view is handed its words.
  {
    from: /^src\/ui\//,
    may: /^src\/(core|ui)\//,
    mayTypes: /^src\/locales\/locale\./,
    packages: /^preact(\/jsx-runtime)?$/,
  },
  {
    from: /^src\/locales\//,
    may: NONE,
    mayTypes: /^src\/(core|locales)\//,
    packages: NONE,
  },
  { from: /^src\/policies\//, may: /^src\/(core|policies)\//, packages: NONE },
  {
    from: /^src\/worded\//,
    may: /^src\/(core|ui|browser\/rights|worded|locales|policies)\//,
    packages: NONE,
  },
  {
    from: /^src\/start\.ts$/,
    may: /^src\/(core|browser)\//,
    mayTypes: /^src\/locales\/locale\./,
    packages: NONE,
  },
  {
    from: /^src\/(files\/|index\.ts$)/,
    may: new RegExp(
      `^src/(start\\.ts|(browser|worded|locales|policies)/)|^${BAKED}(file/|lends$|locales$|translations$)`,
    ),
    mayTypes: /^src\/((core|ui)\/|global\.ts$)/,
    packages: NONE,
  },
  {
    from: /^src\/verify\.ts$/,
    may: /^src\/core\/(receipt\/|gpc-file\.)|^src\/browser\/crypto\//,
    mayTypes: /^src\/core\//,
    packages: NONE,
  },
  {
    from: /^src\/csp\.ts$/,
    may: /^src\/(core\/csp|policies)\//,
    mayTypes: /^src\/core\//,
    packages: NONE,
  },
  {
    from: /^src\/(global\.ts|[\w-]+\.d\.ts)$|\.test-d\.ts$/,
    may: NONE,
    mayTypes: /^src\//,
    packages: NONE,
  },
  {
    from: /^testing\//,
    may: /^testing\//,
    mayTypes: /^src\/core\//,
    packages: /^playwright(\/test)?$/,
  },
  // The policy is checked by the code that checks it in the page; what an attribute needs stands in one table.
  {
    from: /^receiver\//,
    may: /^receiver\/|^src\/(core|policies)\//,
    packages: /^(node:|@clickhouse\/client$)/,
  },
  {
    from: /^frameworks\//,
    may: /^frameworks\/|^src\/(core\/gate\/gate|browser\/person\/outer)\.ts$/,
    mayTypes: /^src\/core\//,
    // The module that Astro's integration makes is one of the site's, which has the package.
    packages:
      /^(react|vue|svelte\/(elements|reactivity)|@angular\/core|preact|solid-js|social9-consent\/astro)$/,
  },
  {
    from: /^audit\//,
    may: /^(audit|testing)\/|^src\/(core|policies)\/|^src\/csp\.ts$/,
    packages: /^(playwright|node:(fs|path|os))$/,
  },
  {
    from: /^demo\//,
    // The studio asks the widget's own rules: what a setting may be, which change asks anew, what a form says,
    // what a server may allow, what a record says.
    may: /^(demo|receiver)\/|^src\/((index|csp)\.ts$|policies\/|ui\/theme\.css\?(raw|inline)$|core\/(settings\/check-settings|rights\/readable|policy\/(terms|changes|takes-no-more|collections))\.)/,
    packages: ANY,
  },
  // What Customers run beside Playwright is a part of the test, not of the page.
  { from: /^e2e\/testing-helper\//, may: /^(e2e|testing)\//, packages: ANY },
  { from: /^e2e\//, may: /^(e2e|scripts|conformance)\//, packages: /^(?!social9-consent)/ },
];

/** Beside what they test; they need fakes and more than one part at a time. */
const isTest = (file: string): boolean => /\.(test(-d)?|contract)\.tsx?$|\/fakes\.ts$/.test(file);

const isFile = (specifier: string): boolean => /^\.{0,2}\//.test(specifier);

function isAllowed(file: string, { specifier, isTypeOnly }: Import, row: Row): boolean {
  if (!isFile(specifier) && !specifier.startsWith(BAKED)) return row.packages.test(specifier);
  const target = isFile(specifier) ? posix.join(posix.dirname(file), specifier) : specifier;
  return row.may.test(target) || (isTypeOnly && (row.mayTypes?.test(target) ?? false));
}

/** One line for each import the table does not allow. `file` is relative to the root, with slashes. */
export function breachesIn(file: string, source: string): string[] {
  if (isTest(file) && /^(src|testing|frameworks|receiver|audit)\//.test(file)) return [];
  const row = TABLE.find(({ from }) => from.test(file));
  if (!row) return [`${file} stands in no row of the import table`];
  return importsIn(source)
    .filter((each) => !isAllowed(file, each, row))
    .map(({ specifier, isTypeOnly }) => `${file} imports ${isTypeOnly ? 'type ' : ''}${specifier}`);
}
