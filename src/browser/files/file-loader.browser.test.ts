// A file that does not come is given up after eight seconds, told, and asked for anew at the next need.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTrustedPolicy } from '../held/trusted.ts';
import { createFileLoader, type LoadFile } from './file-loader.ts';

const HASH = `${'+/x'.repeat(14)}A=`;
const FILE = `s9-consent-ui.js?v=${HASH}`;
const FOLDER = 'https://cdn.example/s9/s9-consent.js';

type Carrier = HTMLScriptElement & { given(): unknown; lent(): unknown; take(held: unknown): void };

/** What every file gets. */
const LENT = {};

/** Scripts that would have been fetched, in order. */
let asked: Carrier[];
let told: unknown[];
let lines: unknown[];
let lateComings: number;
const loaderFrom = (folder: string): LoadFile =>
  createFileLoader(
    folder,
    createTrustedPolicy('n'),
    (_type, detail) => void told.push(detail),
    LENT,
    () => void lateComings++,
  );
let loadFile: LoadFile;

const come = (which: number, held: unknown) => {
  asked[which]?.take(held);
  asked[which]?.dispatchEvent(new Event('load'));
};
const fail = (which: number) => asked[which]?.dispatchEvent(new Event('error'));
const REFUSAL = { what: 'file', path: 's9-consent-ui.js', expected: 'this build' };

beforeEach(() => {
  [asked, told, lines, lateComings] = [[], [], [], 0];
  vi.spyOn(document.head, 'append').mockImplementation((script) => {
    asked.push(script as Carrier);
    // Apart from the page, nothing is fetched.
    document.createElement('div').appendChild(script as Carrier);
  });
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  loadFile = loaderFrom(FOLDER);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('asks beside the tag, by hash, for exactly these bytes', async () => {
  const loading = loadFile(FILE, 'given');
  const [script] = asked;
  expect(script?.src).toBe(`https://cdn.example/s9/${FILE}`);
  expect(script?.integrity).toBe(`sha256-${HASH}`);
  expect(script).toMatchObject({ crossOrigin: 'anonymous', nonce: 'n' });
  // What is given and lent is for the file, while it runs, and for nobody who finds the element.
  expect([script?.given(), script?.lent()]).toEqual([false, false]);
  vi.spyOn(Document.prototype, 'currentScript', 'get').mockReturnValue(script ?? null);
  expect([script?.given(), script?.lent()]).toEqual(['given', LENT]);
  come(0, 'held');
  expect(lateComings).toBe(0);
  expect(await loading).toBe('held');
  expect(await loadFile(FILE)).toBe('held');
  expect(asked).toHaveLength(1);
  expect([told, lines]).toEqual([[], []]);
});

it('F-34 says in one line what is missing, and what to write', async () => {
  const loading = loadFile(FILE);
  fail(0);
  expect(await loading).toBeNull();
  expect(told).toEqual([REFUSAL]);
  expect(lines).toEqual([expect.stringMatching(/^Social9 Consent: .*\/s9\/s9-consent-ui\.js/)]);
  expect(lines).toEqual([expect.stringContaining('<script src="/s9-consent.js">')]);
});

it('F-34 what ran and handed nothing over has failed', async () => {
  const loading = loadFile(FILE);
  asked[0]?.dispatchEvent(new Event('load'));
  expect(await loading).toBeNull();
  expect(told).toEqual([REFUSAL]);
});

it('F-34 what a policy of the page refuses has failed, and throws nothing', async () => {
  vi.spyOn(document.head, 'append').mockImplementation(() => {
    throw new TypeError('This document requires TrustedScriptURL');
  });
  expect(await loadFile(FILE)).toBeNull();
  expect(told).toEqual([REFUSAL]);
});

it('F-34 what never answers is given up after eight seconds, and told', async () => {
  let outcome: unknown = 'waiting';
  const loading = loadFile(FILE).then((held) => {
    outcome = held;
  });
  await vi.advanceTimersByTimeAsync(7999);
  expect([outcome, told]).toEqual(['waiting', []]);
  await vi.advanceTimersByTimeAsync(1);
  await loading;
  expect([outcome, told]).toEqual([null, [REFUSAL]]);
});

it('F-34 the next need asks anew, at an address no cache and no connection waits at', async () => {
  for (const failures of [1, 2]) {
    const loading = loadFile(FILE);
    fail(failures - 1);
    expect(await loading).toBeNull();
  }
  const loading = loadFile(FILE);
  expect(new Set(asked.map(({ src }) => src)).size).toBe(3);
  for (const { src } of asked) expect(src).toContain(FILE);
  come(2, 'held');
  expect(await loading).toBe('held');
});

it('F-34 of two files the one that failed alone is asked for elsewhere', async () => {
  const loading = loadFile(FILE);
  fail(0);
  await loading;
  void loadFile('s9-consent-answer.js?v=abc=');
  expect(asked[1]?.src).toBe('https://cdn.example/s9/s9-consent-answer.js?v=abc=');
});

it('F-34 what comes late is there at the next need, and it is told that it has come', async () => {
  const loading = loadFile(FILE);
  await vi.advanceTimersByTimeAsync(8000);
  expect(await loading).toBeNull();
  expect(lateComings).toBe(0);
  come(0, 'late');
  expect(lateComings).toBe(1);
  expect(await loadFile(FILE)).toBe('late');
  expect(asked).toHaveLength(1);
});

it('stands nowhere while it is on its way: who copies the page does not run it again', () => {
  void loadFile(FILE);
  expect(asked.map(({ parentNode }) => parentNode)).toEqual([null]);
});

it('from disk there is no CORS, so no integrity either', () => {
  void loaderFrom('file:///site/s9-consent.js')(FILE);
  expect(asked[0]?.src).toBe(`file:///site/${FILE}`);
  expect([asked[0]?.integrity, asked[0]?.crossOrigin]).toEqual(['', null]);
});

it('a form that is called head takes nothing', () => {
  const form = document.body.appendChild(document.createElement('form'));
  form.name = 'head';
  void loadFile(FILE);
  form.remove();
  expect(asked).toHaveLength(1);
});

describe('while the page loads, its load event waits for no file', () => {
  beforeEach(() => {
    vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue('interactive');
  });
  const kinds = () => asked.map(({ localName }) => localName);

  it('a preload of exactly these bytes comes first, and the script when they are there', async () => {
    const loading = loadFile(FILE);
    expect(kinds()).toEqual(['link']);
    expect(asked[0]).toMatchObject({
      rel: 'preload',
      as: 'script',
      href: `https://cdn.example/s9/${FILE}`,
      integrity: `sha256-${HASH}`,
      crossOrigin: 'anonymous',
      nonce: 'n',
    });
    asked[0]?.dispatchEvent(new Event('load'));
    expect(kinds()).toEqual(['link', 'script']);
    expect(asked[1]?.integrity).toBe(`sha256-${HASH}`);
    come(1, 'held');
    expect(await loading).toBe('held');
    dispatchEvent(new Event('load'));
    asked[0]?.dispatchEvent(new Event('load'));
    expect(kinds()).toEqual(['link', 'script']);
  });

  it('F-34 what fails to come that way is not asked for twice, and told', async () => {
    const loading = loadFile(FILE);
    fail(0);
    expect(await loading).toBeNull();
    expect(told).toEqual([REFUSAL]);
    dispatchEvent(new Event('load'));
    expect(kinds()).toEqual(['link']);
  });

  it('one that is still on its way then is waited for', async () => {
    const loading = loadFile(FILE);
    vi.spyOn(Node.prototype, 'isConnected', 'get').mockReturnValue(true);
    dispatchEvent(new Event('load'));
    expect(kinds()).toEqual(['link']);
    asked[0]?.dispatchEvent(new Event('load'));
    come(1, 'held');
    expect(await loading).toBe('held');
  });

  it('where no preload ever tells, the script comes after the load event', async () => {
    const loading = loadFile(FILE);
    dispatchEvent(new Event('load'));
    expect(kinds()).toEqual(['link', 'script']);
    come(1, 'held');
    expect(await loading).toBe('held');
  });

  it('F-34 what was given up before it was inserted is there when it comes', async () => {
    const loading = loadFile(FILE);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await loading).toBeNull();
    asked[0]?.dispatchEvent(new Event('load'));
    come(1, 'late');
    expect(await loadFile(FILE)).toBe('late');
  });

  it('from disk there is nothing to come first', () => {
    void loaderFrom('file:///site/s9-consent.js')(FILE);
    expect(kinds()).toEqual(['script']);
  });
});
