// The command of the package, as a Customer runs it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../bin/social9-consent.mjs', import.meta.url));

/** What it printed, and how it ended. */
export interface Outcome {
  readonly printed: string;
  readonly complained: string;
  readonly code: number;
}

/** A command that runs until it is stopped. */
export interface Running {
  /** The first thing it printed. */
  readonly printed: string;
  stop(): Promise<void>;
}

export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const [printed] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  return {
    printed: String(printed),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * @param input standard input.
 * @param cwd where it is run.
 */
export async function run(args: readonly string[], input = '', cwd = '.'): Promise<Outcome> {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd });
  child.stdin.end(input);
  const [printed, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number]>,
  ]);
  return { printed: printed.trim(), complained: complained.trim(), code };
}
