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

async function answers(url: string, process: ChildProcess): Promise<void> {
  while (process.exitCode === null) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error(`The driver ended with ${process.exitCode}`);
}

export async function startDriver({ driver, display, browser }: Programs): Promise<Driver> {
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x800x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number.toString().trim()}` };
  const running = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  await answers(`${base}/status`, running);
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
    close: async () => {
      await call(path, 'DELETE');
    },
  };
}
