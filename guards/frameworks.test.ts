// What a page pays for a framework's entry, all of it used: bundled, minified, compressed, the framework aside.
import { rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { FRAMEWORKS } from '../build/frameworks.mjs';
import { filesIn, read, root } from './project-files.ts';
import { compressed } from './size-limits.ts';

const LIMIT_BYTES = 1000;

async function bundled(entry: string): Promise<string> {
  const build = await rolldown({
    input: entry,
    cwd: root,
    external: /^(react|vue|svelte|@angular\/core)(\/|$)/,
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'es', minify: true });
  await build.close();
  return output[0].code;
}

const sizeOf = async (entry: string): Promise<number> =>
  compressed(Buffer.from(await bundled(entry)));

test.for(FRAMEWORKS)('social9-consent/%s is under 1 kB, and that of one entry', async (name) => {
  const code = await bundled(`dist/npm/${name}.js`);
  expect(compressed(Buffer.from(code))).toBeLessThanOrEqual(LIMIT_BYTES);
  // No UI of its own, and none of the widget's.
  expect(code).not.toMatch(/indexedDB|attachShadow/);
});

test('the limit can be passed', async () => {
  expect(await sizeOf('dist/npm/verify.js')).toBeGreaterThan(LIMIT_BYTES);
});

describe('every entry', () => {
  const { exports, peerDependencies, peerDependenciesMeta } = JSON.parse(read('package.json')) as {
    exports: Record<string, unknown>;
    peerDependencies: Record<string, string>;
    peerDependenciesMeta: Record<string, { optional: boolean }>;
  };

  test('has its file, and its name behind the package’s', () => {
    const inner = /^frameworks\/(held|page|markup)\.ts$|\.test(-d)?\.tsx?$/;
    const entries = filesIn('frameworks').filter((file) => !inner.test(file));
    expect(entries).toEqual(FRAMEWORKS.map((name) => `frameworks/${name}.ts`).toSorted());
    for (const name of FRAMEWORKS) {
      expect(exports[`./${name}`]).toEqual({
        types: `./dist/npm/${name}.d.ts`,
        default: `./dist/npm/${name}.js`,
      });
    }
  });

  test('asks nobody to install a framework', () => {
    const asked = Object.keys(peerDependencies);
    expect(asked).toEqual(expect.arrayContaining(['react', 'vue', 'svelte', '@angular/core']));
    for (const name of asked) expect(peerDependenciesMeta[name]).toEqual({ optional: true });
  });
});

test('React’s says that it is for the client too, on its first line', () => {
  expect(read('dist/npm/react.js').split('\n')[0]).toBe('"use client";');
});
