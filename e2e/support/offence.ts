// Runs the test that has to fail, in the engine of another, and tells why it did.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TestInfo } from 'playwright/test';

const CLI = fileURLToPath(import.meta.resolve('playwright/package.json')).replace(
  'package.json',
  'cli.js',
);
const CONFIG = fileURLToPath(new URL('../../playwright.offence.config.ts', import.meta.url));

interface Report {
  readonly suites: readonly {
    readonly specs: readonly {
      readonly tests: readonly {
        readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
      }[];
    }[];
  }[];
}

/** Why it failed; nothing if it passed. */
export async function reasonIn(info: TestInfo): Promise<string> {
  const report = info.outputPath('report.json');
  const options = [
    `--config=${CONFIG}`,
    `--project=${info.project.name}`,
    `--output=${info.outputPath('offence')}`,
    '--reporter=json',
  ];
  const child = spawn(process.execPath, [CLI, 'test', ...options], {
    env: { ...process.env, FORCE_COLOR: '0', PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    stdio: 'ignore',
  });
  await once(child, 'close');
  const { suites } = JSON.parse(await readFile(report, 'utf8')) as Report;
  return suites
    .flatMap(({ specs }) => specs)
    .flatMap(({ tests }) => tests)
    .flatMap(({ results }) => results)
    .flatMap(({ errors }) => errors)
    .map(({ message }) => message)
    .join('\n');
}
