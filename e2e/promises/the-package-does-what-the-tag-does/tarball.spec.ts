// The packed file holds what is run and whose work it is, under names every disk can tell apart.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect } from '../../support/fixture.ts';
import { filesIn, openShop, test } from './shop.ts';

openShop();

test('nothing is in it but what is run, its maps, its licences and the types of each entry', async ({
  shop,
}) => {
  const files = await filesIn(shop.installed);
  const expected =
    /^(package\.json|README\.md|LICENSE|bin\/[\w-]+\.mjs|dist\/npm\/\w+\.d\.ts|dist\/npm\/(chunks\/)?[\w-]+\.js(\.map)?|dist\/tag\/(s9-consent[\w-]*\.js(\.map)?|locales\/[\w-]+\.json|themes\/\w+\.css|social9\.json|services\.json|integrity\.json|snippet\.html|THIRD-PARTY\.txt))$/;
  expect(files.filter((file) => !expected.test(file))).toEqual([]);
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
});

test('an entry exports what its types say, and nothing that its chunks need of each other', async ({
  shop,
}) => {
  const { exports } = JSON.parse(await readFile(join(shop.installed, 'package.json'), 'utf8')) as {
    exports: Record<string, { readonly types: string; readonly default: string } | string>;
  };
  const scripts = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.default],
  );
  expect(scripts.length).toBeGreaterThan(3);
  for (const script of scripts) {
    const text = await readFile(join(shop.installed, script), 'utf8');
    const names = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, all = '']) =>
      all.split(','),
    );
    const exported = names.map((name) => name.trim().replace(/^.* as /, ''));
    expect(
      exported.filter((name) => name.length === 1),
      script,
    ).toEqual([]);
  }
});

test('each package whose work is in a file is named beside it', async ({ shop }) => {
  const folder = join(shop.installed, 'dist/tag');
  const maps = (await filesIn(folder)).filter((file) => file.endsWith('.map'));
  const contents = await Promise.all(maps.map((map) => readFile(join(folder, map), 'utf8')));
  const packages = contents.flatMap((map) => [...map.matchAll(/node_modules\/([\w-]+)/g)]);
  const names = new Set(packages.map(([, name]) => name as string));
  expect([...names].toSorted()).toEqual(['idb-keyval', 'preact']);
  const notice = await readFile(join(folder, 'THIRD-PARTY.txt'), 'utf8');
  for (const name of names) expect(notice).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

for (const [imported, isKept] of [
  ['social9-consent', false],
  ['social9-consent/verify', false],
  ['social9-consent/s9-consent.js', true],
] as const) {
  test(`importing ${imported} for nothing leaves ${isKept ? 'all of it' : 'nothing'} in a bundle`, async ({
    shop,
  }) => {
    const { outputFiles } = await build({
      stdin: { contents: `import '${imported}';`, resolveDir: shop.folder },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      logLevel: 'silent',
    });
    expect((outputFiles[0]?.contents.length ?? 0) > 0).toBe(isKept);
  });
}
