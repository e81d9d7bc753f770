// WebKitGTK by its own WebDriver on a display of its own; a session is a fresh profile.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable } from 'node:stream';

export interface Programs {
  readonly driver: string;
  readonly display: string;
  readonly browser: string;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** An element of the page, as WebDriver hands it over. */
export type ElementReference = Readonly<Record<typeof ELEMENT, string>>;

export interface Driver {
  open(): Promise<Session>;
  close(): void;
}

export interface Session {
  goto(url: string): Promise<void>;
  /** Runs a function in the page; it must hold everything it uses. Awaits a promise. */
  run<Result, Args extends unknown[]>(
    inPage: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** A trusted click at the middle of the element. */
  click(element: ElementReference): Promise<void>;
  /** A trusted click at a point of the window, in whichever frame that is. */
  clickAt(x: number, y: number): Promise<void>;
  /** A trusted press of a key, by its character or WebDriver's code for it, on what has the focus. */
  key(value: string): Promise<void>;
  close(): Promise<void>;
}

async function call<Value>(
  url: string,
  method: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<Value> {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const { value } = (await response.json()) as { value: Value };
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether it is the driver who answers, once anybody does; not where it has ended. */
async function answers(url: string, process: ChildProcess): Promise<boolean> {
  while (process.exitCode === null) {
    const isUp = await fetch(url)
      .then((response) => response.json() as Promise<{ value?: { ready?: boolean } }>)
      .then(({ value }) => value?.ready !== undefined)
      .catch(() => false);
    if (isUp) return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}

const PORTS = 5;

/** A port that was free a moment ago can be another's by now: then the driver ends, and another is tried. */
async function startOn(
  driver: string,
  env: NodeJS.ProcessEnv,
  ports = PORTS,
): Promise<{ running: ChildProcess; base: string }> {
  const port = await freePort();
  const running = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  if (await answers(`${base}/status`, running)) return { running, base };
  if (ports > 1) return startOn(driver, env, ports - 1);
  throw new Error(`The driver ended with ${running.exitCode}`);
}

export async function startDriver({ driver, display, browser }: Programs): Promise<Driver> {
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x800x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const env = { ...process.env, DISPLAY: `:${number.toString().trim()}` };
  const { running, base } = await startOn(driver, env);
  return {
    open: () => openSession(base, browser),
    close: () => {
      running.kill();
      screen.kill();
    },
  };
}

const START_MS = 40_000;
const STARTS = 3;

/** Now and then a browser ends as it starts, and the driver would wait for it for ever: another is started. */
async function startBrowser(base: string, browser: string, starts = STARTS): Promise<string> {
  const alwaysMatch = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
  const wanted = { capabilities: { alwaysMatch } };
  const limit = AbortSignal.timeout(START_MS);
  try {
    const made = await call<{ sessionId: string }>(`${base}/session`, 'POST', wanted, limit);
    return made.sessionId;
  } catch (fault) {
    if (starts > 1 && limit.aborted) return startBrowser(base, browser, starts - 1);
    throw fault;
  }
}

async function openSession(base: string, browser: string): Promise<Session> {
  const path = `${base}/session/${await startBrowser(base, browser)}`;
  return {
    goto: async (url) => {
      await call(`${path}/url`, 'POST', { url });
    },
    run: (inPage, ...args) =>
      call(`${path}/execute/sync`, 'POST', { script: `return (${inPage})(...arguments)`, args }),
    click: async (element) => {
      await call(`${path}/element/${element[ELEMENT]}/click`, 'POST', {});
    },
    clickAt: async (x, y) => {
      const move = { type: 'pointerMove', x, y, duration: 0 };
      const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      const mouse = { type: 'pointer', id: 'mouse', actions: [move, ...press] };
      await call(`${path}/actions`, 'POST', { actions: [mouse] });
    },
    key: async (value) => {
      const strokes = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      const actions = [{ type: 'key', id: 'keyboard', actions: strokes }];
      await call(`${path}/actions`, 'POST', { actions });
    },
    close: async () => {
      await call(path, 'DELETE');
    },
  };
}
