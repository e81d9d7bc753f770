// A Chromium of the test's own, on a profile that outlives it, which can be killed like a power cut.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium } from 'playwright/test';
import { findChromiumShell } from '../../scripts/browsers.mjs';
import { keepRest } from './rest.ts';
import { slowDown } from './slowness.ts';

export interface OwnBrowser {
  readonly context: BrowserContext;
  /** SIGKILL to every process of it. */
  kill(): Promise<void>;
}

async function addressOf(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('expected a browser with an error output');
  for await (const line of createInterface(browser.stderr)) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('expected a browser that says where it listens');
}

const running = new Set<OwnBrowser>();

/** Leaves none behind, whatever a test came to. */
export const killAll = (): Promise<unknown> =>
  Promise.all([...running].map((browser) => browser.kill()));

/** @param find the engine alone, which starts in half the time; it keeps no page to come back to. */
export async function launchOn(profile: string, find = findChromiumShell): Promise<OwnBrowser> {
  const browser = spawn(
    find() ?? 'chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    // A group of its own, so that its helper processes die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const gone = once(browser, 'exit');
  const connection = await chromium.connectOverCDP(await addressOf(browser));
  const [context] = connection.contexts();
  if (!context || !browser.pid) throw new Error('expected a browser with a context');
  await context.addInitScript(keepRest);
  await slowDown(context);
  const group = -browser.pid;
  const own: OwnBrowser = {
    context,
    async kill() {
      running.delete(own);
      process.kill(group, 'SIGKILL');
      await gone;
      await connection.close();
    },
  };
  running.add(own);
  return own;
}
