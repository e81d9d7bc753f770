// What the pages show can be pasted: settings that are read without a fault, commands and options that exist.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readExample } from './announce.ts';
import { filesIn, read, root } from './project-files.ts';

const PAGES = [
  'README.md',
  ...filesIn('docs').filter((file) => /^docs\/(?!decisions|how-to).*\.md$/.test(file)),
  ...filesIn('testing').filter((file) => file.endsWith('.md')),
];

const JSON_BLOCK = /^```json\n([^]*?)^```$/gm;
const IN_PAGE = /<script type="application\/json" data-s9-config>([^]*?)<\/script>/g;

/** Those that are settings; a `tsconfig.json` or `gpc.json` is none. */
const settings = PAGES.flatMap((page) => {
  const text = read(page);
  return [...text.matchAll(JSON_BLOCK), ...text.matchAll(IN_PAGE)]
    .map(([, json = '']) => json)
    .filter((json) => json.includes('"policy"') && !json.includes('…'))
    .map((json) => [page, json] as const);
});

test.for(settings)('%s: %s', ([, json]) => {
  expect(readExample(JSON.parse(json)).faults).toEqual([]);
});

test('settings are found, in the page and beside it', () => {
  expect(new Set(settings.map(([page]) => page)).size).toBeGreaterThan(5);
});

const commands = PAGES.flatMap((page) =>
  [...read(page).matchAll(/npx social9-consent ([a-z]+)([^`#\n]*)/g)].map(
    ([, name = '', rest = '']) => ({
      page,
      name,
      options: rest.match(/--[a-z-]+/g) ?? [],
    }),
  ),
);

const helps = new Map(
  [...new Set(commands.map(({ name }) => name))].map((name) => {
    const { stdout } = spawnSync(
      process.execPath,
      [`${root}bin/social9-consent.mjs`, name, '--help'],
      { encoding: 'utf8' },
    );
    return [name, stdout];
  }),
);

test('each command is one, with the options that it has', () => {
  expect(commands.length).toBeGreaterThan(15);
  const unknown = commands.flatMap(({ page, name, options }) => {
    const help = helps.get(name) ?? '';
    const missing = options.filter((option) => !help.includes(option));
    return help.includes(`social9-consent ${name}`)
      ? missing.map((option) => `${page}: ${name} ${option}`)
      : [`${page}: ${name}`];
  });
  expect(unknown).toEqual([]);
});
