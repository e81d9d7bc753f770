// Every example of docs/frameworks.md compiles, and takes from the package what is there.
import { transform } from 'esbuild';
import { compile } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';
import { read, root } from './project-files.ts';

interface Example {
  readonly language: string;
  readonly code: string;
}

const examples: readonly Example[] = [
  ...read('docs/frameworks.md').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm),
].map(([, language = '', code = '']) => ({ language, code }));

async function compileScripts(code: string, loader: 'ts' | 'tsx'): Promise<void> {
  await transform(code, {
    loader,
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  });
}

/** Throws for what its compiler does not take. */
const COMPILERS: Readonly<Record<string, (code: string) => unknown>> = {
  ts: (code) => compileScripts(code, 'ts'),
  tsx: (code) => compileScripts(code, 'tsx'),
  json: (code) => JSON.parse(code) as unknown,
  svelte: (code) => {
    for (const generate of ['client', 'server'] as const) {
      expect(compile(code, { generate, filename: 'Example.svelte' }).warnings).toEqual([]);
    }
  },
  vue: (code) => {
    const { descriptor, errors } = parse(code);
    expect(errors).toEqual([]);
    const { bindings } = compileScript(descriptor, { id: 'example' });
    if (!descriptor.template) return;
    const template = compileTemplate({
      id: 'example',
      filename: 'Example.vue',
      source: descriptor.template.content,
      compilerOptions: { bindingMetadata: bindings ?? {} },
    });
    expect(template.errors).toEqual([]);
  },
  // Its markup is HTML with braces, which no compiler here reads.
  astro: (code) => compileScripts(code.split('---')[1] ?? '', 'ts'),
  // Nothing here runs PHP.
  php: () => undefined,
};

const IMPORT = /import (\w+)?(?:{([^}]*)})? from 'social9-consent(\/\w+)?'/g;

describe('examples', () => {
  test('are found, of each framework', () => {
    const languages = new Set(examples.map(({ language }) => language));
    expect([...languages].toSorted()).toEqual(Object.keys(COMPILERS).toSorted());
  });

  test.for(examples.map((example, index) => [index + 1, example] as const))(
    'number %i compiles',
    async ([, { language, code }]) => {
      await COMPILERS[language]?.(code);
    },
  );

  test('take what the package has', async () => {
    const taken = examples.flatMap(({ code }) => [...code.matchAll(IMPORT)]);
    expect(taken.length).toBeGreaterThan(6);
    for (const [, whole, names = '', entry = '/index'] of taken) {
      const given = (await import(`${root}dist/npm${entry}.js`)) as object;
      const wanted = names.split(',').map((name) => name.trim());
      expect(Object.keys(given)).toEqual(
        expect.arrayContaining([...wanted.filter(Boolean), ...(whole ? ['default'] : [])]),
      );
    }
  });
});

test.for([
  ['svelte', '{#if a}'],
  ['vue', '<template><p></template>'],
  ['tsx', '<p>'],
])('a faulty example of %s is noticed', async ([language = '', code = '']) => {
  await expect(async () => COMPILERS[language]?.(code)).rejects.toThrow();
});
