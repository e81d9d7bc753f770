// Each rule code stands in docs/rules.md once, with a source and the tests that cite it, or a fault says why not.
import { readdirSync } from 'node:fs';
import { filesIn, read, root } from './project-files.ts';

export const RULES = 'docs/rules.md';

/** Path, relative to the root, to text. */
export type Files = ReadonlyMap<string, string>;

/** L law, S standard, X outside client, F fault. */
const CODE = /\b[LSXF]-\d\d\b/g;
const ROW = /^\| <a id="(.*?)"><\/a>(.*?) \| (.*) \| (.*) \| (.*) \|$/;
const LABEL = /\]\[(.*?)\]/g;

/** Here codes are defined, or made up to trip the guard. */
const NO_CITATION = /^(docs\/rules\.md|guards\/rules\.(test\.)?ts)$/;
const OUTSIDE = /^(\..*|node_modules|dist|coverage|test-results|playwright-report)$/;
const TEXT = /\.(ts|tsx|mts|mjs|js|css|html|json|jsonld|md|svg|ttl|txt)$/;

/** A folder that is made one day is looked at from that day on. */
export function textFiles(): Files {
  const paths = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !OUTSIDE.test(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : [entry.name]))
    .filter((path) => TEXT.test(path) && !NO_CITATION.test(path));
  return new Map(paths.map((path) => [path, read(path)]));
}

/** Code to the files that cite it. */
export function citationsIn(files: Files): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    for (const [code] of text.matchAll(CODE)) {
      cited.set(code, (cited.get(code) ?? new Set()).add(path));
    }
  }
  return cited;
}

/** A promise is named by its folder, whatever its files are called; `undefined` for what is no test. */
function testOf(path: string): string | undefined {
  const promise = /^e2e\/promises\/[^/]+(?=\/.*\.ts$)/.exec(path)?.[0];
  return promise ?? (/\.(test|spec)\.tsx?$/.test(path) ? path : undefined);
}

function nameOf(test: string): string {
  const [, promise] = /^e2e\/promises\/(.*)/.exec(test) ?? [];
  return promise
    ? promise.replaceAll('-', ' ')
    : test.replace(/^src\//, '').replace(/(\.browser)?\.(test|spec)\.tsx?$/, '');
}

function testsCell(paths: ReadonlySet<string> = new Set()): string {
  const tests = [...new Set([...paths].flatMap((path) => testOf(path) ?? []))].toSorted();
  return tests.map((test) => `[${nameOf(test)}](../${test})`).join(', ') || 'no test cites it';
}

/** The table with its last column as the files have it now. */
export function withTests(rules: string, files: Files): string {
  const cited = citationsIn(files);
  return rules
    .split('\n')
    .map((line) => {
      const [row, anchor, code = '', rule, source] = ROW.exec(line) ?? [];
      const tests = testsCell(cited.get(code));
      return row ? `| <a id="${anchor}"></a>${code} | ${rule} | ${source} | ${tests} |` : line;
    })
    .join('\n');
}

/** One line for each thing that is wrong with the table, its last column apart. */
export function faultsIn(rules: string, files: Files): string[] {
  const cited = citationsIn(files);
  const rows = rules.split('\n').flatMap((line) => {
    const [row, anchor = '', code = '', , source = ''] = ROW.exec(line) ?? [];
    return row ? [{ anchor, code, source }] : [];
  });
  const defined = rows.map(({ code }) => code);
  const isFound = ([, label]: RegExpExecArray) => rules.includes(`\n[${label}]: https://`);
  const isSourced = (source: string): boolean => {
    const labels = [...source.matchAll(LABEL)];
    return labels.length > 0 && labels.every(isFound);
  };
  return [
    ...[...cited]
      .filter(([code]) => !defined.includes(code))
      .map(([code, paths]) => `${code} is cited in ${[...paths].join(', ')}, not defined`),
    ...defined.filter((code) => !cited.has(code)).map((code) => `${code} is cited nowhere`),
    ...defined
      .filter((code, index) => defined.indexOf(code) !== index)
      .map((code) => `${code} is defined twice`),
    ...rows
      .filter(({ anchor, code }) => anchor !== code.toLowerCase())
      .map(({ anchor, code }) => `${code} has the anchor ${anchor}`),
    ...rows
      .filter(({ source }) => !isSourced(source))
      .map(({ code }) => `${code} has a source without an address`),
  ];
}
