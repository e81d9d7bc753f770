// A row in build/files.ts and its entry are all that a new built file needs.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { bakedModules } from '../build/baked.ts';
import { environmentsOf, writeIntegrity } from '../build/environments.ts';
import { type BuiltFile, buildOrder, FILES, tableOf } from '../build/files.ts';
import { addressOf, integrityOf } from '../build/integrity.ts';
import { read, root } from './project-files.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 's9-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Builds rows into a folder, as vite.config.ts does. */
async function build(files: Readonly<Record<string, BuiltFile>>, folder: string): Promise<void> {
  const builder = await createBuilder({
    configFile: false,
    logLevel: 'silent',
    root,
    plugins: [bakedModules(root, folder, files)],
    environments: environmentsOf(files, root, folder),
    builder: { sharedPlugins: true },
  });
  for (const key of buildOrder(files)) {
    const environment = builder.environments[key];
    if (environment) await builder.build(environment);
  }
  writeIntegrity(files, folder);
}

test('a row more is built, hashed, baked in and told of', { timeout: 120_000 }, async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'probe.ts'), 'document.title = "probe";');
  writeFileSync(
    join(folder, 'asker.ts'),
    "import { file } from 'virtual:s9/file/probe'; document.title = file;",
  );
  const row = (name: string, fetches: string[] = []): BuiltFile => ({
    name: `s9-consent-${name}.js`,
    entry: join(folder, `${name}.ts`),
    holds: `the ${name}; when it is tried`,
    fetches,
  });
  const added = { asker: row('asker', ['probe']), probe: row('probe') };
  await build(added, folder);
  const probe = join(folder, 's9-consent-probe.js');
  expect(readFileSync(join(folder, 's9-consent-asker.js'), 'utf8')).toContain(
    addressOf('s9-consent-probe.js', folder),
  );
  const integrity: unknown = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  expect(integrity).toHaveProperty(['s9-consent-probe.js'], integrityOf(probe));
  expect(tableOf({ ...FILES, ...added })).toContain(
    '| `s9-consent-probe.js` | the probe; when it is tried |',
  );
  expect(buildOrder({ ...FILES, ...added }).indexOf('probe')).toBeLessThan(
    buildOrder({ ...FILES, ...added }).indexOf('asker'),
  );
});

test('a row is built after those it fetches', () => {
  const order = buildOrder(FILES);
  expect(order).toHaveLength(Object.keys(FILES).length);
  for (const [key, { fetches }] of Object.entries(FILES)) {
    for (const fetched of fetches) expect(order.indexOf(fetched)).toBeLessThan(order.indexOf(key));
  }
});

const file = (...fetches: string[]): BuiltFile => ({ name: 'x', entry: 'x', holds: 'x', fetches });

test('rows that fetch each other, or what is not there, are named', () => {
  expect(() => buildOrder({ a: file('b'), b: file('a') })).toThrow('a → b');
  expect(() => buildOrder({ a: file('c') })).toThrow('a fetches c, which is no built file');
});

test('an address has the hash of the file, and is one as it stands', () => {
  const folder = scratch();
  writeFileSync(join(folder, 's9-consent-x.js'), '1');
  const before = addressOf('s9-consent-x.js', folder);
  expect(before).toMatch(/^s9-consent-x\.js\?v=[\w+/]{43}=$/);
  expect(`sha256-${before.slice(-44)}`).toBe(integrityOf(join(folder, 's9-consent-x.js')));
  expect(new URL(before, 'https://site.example/').href).toBe(`https://site.example/${before}`);
  writeFileSync(join(folder, 's9-consent-x.js'), '2');
  expect(addressOf('s9-consent-x.js', folder)).not.toBe(before);
});

test('an address nobody declared is not baked in', async () => {
  const plugin = bakedModules(root, root, { a: file(), b: file() });
  const { handler } = plugin.load as unknown as { handler(this: object, id: string): string };
  const asker = { environment: { name: 'a' } };
  expect(() => handler.call(asker, '\0virtual:s9/file/b')).toThrow(
    'a fetches b: expected that in its row',
  );
});

test('every entry of src/files has its row, and every row its entry', () => {
  const entries = Object.values(FILES).map(({ entry }) => entry);
  expect(entries.map((entry) => read(entry).length > 0)).not.toContain(false);
  for (const { name, entry } of Object.values(FILES)) expect(read(entry)).toContain(name);
});

test('docs/files.md has the table', () => {
  expect(read('docs/files.md')).toContain(tableOf(FILES));
});

test('a name is of one word: what Customers write of these files, and the testing helper, go by that', () => {
  for (const { name } of Object.values(FILES)) expect(name).toMatch(/^s9-consent(-[a-z]+)?\.js$/);
});
