// docs/rules.md defines the rules that are cited, no others, and tells which tests cite them; or this trips.
import { expect, test } from 'vitest';
import { read } from './project-files.ts';
import { citationsIn, faultsIn, RULES, textFiles, withTests } from './rules.ts';

const files = textFiles();
const rules = read(RULES);

test('each rule that is cited is defined once, with a source, and no other is', () => {
  expect(citationsIn(files).size).toBeGreaterThan(50);
  expect(faultsIn(rules, files)).toEqual([]);
});

test('the table tells where each rule is tested; `npm run rules` mends it', async () => {
  await expect(withTests(rules, files)).toMatchFileSnapshot('../docs/rules.md');
});

/** A table of one row, and one file that cites its code. */
const TABLE = `| <a id="f-01"></a>F-01 | A rule. | [A page][a] | ? |

[a]: https://a.example/
`;
const CITING = new Map([['src/a.ts', '// A reason (F-01).']]);

test('what is right has no fault', () => {
  expect(faultsIn(TABLE, CITING)).toEqual([]);
});

test.for([
  ['cited, not defined', TABLE, { 'src/b.ts': '// S-99' }, /^S-99 is cited in src\/b.ts, not/],
  ['defined, not cited', TABLE, { 'src/a.ts': '' }, /^F-01 is cited nowhere$/],
  ['defined twice', TABLE + TABLE, {}, /^F-01 is defined twice$/],
  ['with the anchor of another', TABLE.replace('f-01', 'f-02'), {}, /^F-01 has the anchor f-02$/],
  ['without a source', TABLE.replace('[A page][a]', 'A page'), {}, /^F-01 has a source without/],
  ['with a source nobody finds', TABLE.replace('[a]:', '[b]:'), {}, /^F-01 has a source without/],
] as const)('a rule that is %s is noticed', ([, table, more, fault]) => {
  const found = faultsIn(table, new Map([...CITING, ...Object.entries(more)]));
  expect(found).toEqual([expect.stringMatching(fault)]);
});

test.for([
  [{}, 'no test cites it'],
  [{ 'src/core/a.test.ts': 'F-01' }, '[core/a](../src/core/a.test.ts)'],
  [{ 'src/ui/b.browser.test.tsx': 'F-01' }, '[ui/b](../src/ui/b.browser.test.tsx)'],
  [
    { 'e2e/promises/it-holds/b.spec.ts': 'F-01', 'e2e/promises/it-holds/tricks.ts': 'F-01' },
    '[it holds](../e2e/promises/it-holds)',
  ],
  [
    { 'guards/c.test.ts': 'F-01', 'e2e/support/d.spec.ts': 'F-01', 'src/e.test.ts': 'F-02' },
    '[e2e/support/d](../e2e/support/d.spec.ts), [guards/c](../guards/c.test.ts)',
  ],
] as const)('a column that is out of date is noticed: %j', ([more, cell]) => {
  const written = withTests(TABLE, new Map([...CITING, ...Object.entries(more)]));
  expect(written).toBe(TABLE.replace('| ? |', `| ${cell} |`));
  expect(written).not.toBe(TABLE);
});

test('its own file and the table are no citations', () => {
  expect([...files.keys()]).not.toContain(RULES);
  expect([...files.keys()]).not.toContain('guards/rules.test.ts');
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['README.md', 'docs/receipt/shapes.ttl', 'guards/file-names.ts']),
  );
});
