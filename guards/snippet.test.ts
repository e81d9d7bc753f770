// The snippet that is printed is the one the build writes, and what cannot be put into it is refused by name.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { read, root } from './project-files.ts';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [`${root}bin/social9-consent.mjs`, 'snippet', ...args], {
    encoding: 'utf8',
  });

const hashes = JSON.parse(read('dist/tag/integrity.json')) as Record<string, string>;

test('without options it is what the build wrote', () => {
  const [, ...lines] = read('dist/tag/snippet.html').split('\n');
  expect(run().stdout).toBe(lines.join('\n'));
});

test('it names the files where they stand, with the hashes of this build', () => {
  const { stdout, status } = run('--base', 'https://cdn.example/consent');
  expect(status).toBe(0);
  expect(stdout).toContain('<script src="https://cdn.example/consent/s9-consent.js"');
  expect(stdout).toContain(
    `href="https://cdn.example/consent/s9-consent-ui.js?v=${hashes['s9-consent-ui.js']?.slice(7)}"`,
  );
  expect(stdout.match(/integrity="sha256-[^"]+"/g)).toEqual([
    `integrity="${hashes['s9-consent.js']}"`,
    `integrity="${hashes['s9-consent-ui.js']}"`,
  ]);
  expect(stdout.match(/crossorigin="anonymous"/g)).toHaveLength(2);
});

test('the nonce stands on the tag and on the preload', () => {
  expect(run('--nonce', 'r4nd0m+/==').stdout.match(/ nonce="r4nd0m\+\/=="/g)).toHaveLength(2);
});

test('with a language its words are preloaded, as they are fetched', () => {
  const lines = run('--lang', 'de').stdout.trimEnd().split('\n');
  const words = hashes['s9-consent-words.js']?.slice(7);
  const german = hashes['locales/de.json']?.slice(7);
  expect(lines.join('')).toContain(
    `as="script" fetchpriority="low" href="/s9-consent-words.js?v=${words}"`,
  );
  // The hash is checked where the words are used: browsers would say that they ignore it here.
  expect(lines.find((line) => line.includes('locales'))).toBe(
    `<link rel="preload" as="fetch" fetchpriority="low" href="/locales/de.json?v=${german}" crossorigin="anonymous">`,
  );
  expect(run('--lang', 'en').stdout).toBe(run().stdout);
});

test.each([
  [['--base', 'cdn.example'], '--base: expected a folder'],
  [['--base', '/a" onload="x'], '--base: expected a folder'],
  [['--base', 'javascript:0'], '--base: expected a folder'],
  [['--nonce', '"><script>'], '--nonce: expected base64'],
  [['--lang', 'tlh'], '--lang: expected one of en, '],
  [['--lang', '../x'], '--lang: expected one of en, '],
  [['--hash', 'x'], 'expected --base, --nonce'],
])('%j is refused', (args, reason) => {
  const { stdout, stderr, status } = run(...args);
  expect(stderr).toContain(reason);
  expect(stdout).toBe('');
  expect(status).toBe(1);
});
