// What the build takes for lent is what the tag lends.
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FILES } from '../build/files.ts';
import { LENT } from '../build/lent.ts';
import { lent } from '../src/browser/files/lent.ts';
import { read, root } from './project-files.ts';

const names = Object.values(LENT).flat().toSorted();

test('each name the build takes for lent is lent, and no other', () => {
  expect(Object.keys(lent).toSorted()).toEqual(names);
});

test.each(Object.entries(LENT))('%s has what is lent of it', async (path, lentOf) => {
  const module = (await import(/* @vite-ignore */ `${root}${path}`)) as Record<string, unknown>;
  for (const name of lentOf) expect(module[name]).toBe(lent[name as keyof typeof lent]);
});

test('no file but the tag brings along what says that an object is asked by its interface alone', () => {
  const carriers = Object.values(FILES).filter(({ name }) =>
    /new Proxy\(\{\},/.test(read(`dist/tag/${name}`)),
  );
  expect(carriers.map(({ name }) => name)).toEqual(['s9-consent.js']);
});

/** Whatever is asked of it. */
const anything: object = new Proxy(Function(), {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything,
});

/** Runs a built file as its script element would, without a browser: what it hands over. */
function handedOver(name: string): unknown {
  let held: unknown;
  const script = {
    given: () => anything,
    lent: () => anything,
    src: 'https://site.example/s9-consent.js',
    take: (what: unknown) => (held = what),
  };
  const Document = Object.assign(() => undefined, { prototype: { currentScript: script } });
  const globals = [
    'document',
    'window',
    'addEventListener',
    'CSSStyleSheet',
    'Element',
    'location',
    'navigator',
  ];
  const browser = Object.fromEntries(globals.map((each) => [each, anything]));
  runInNewContext(read(`dist/tag/${name}`), { ...browser, Document, URL, TextEncoder });
  return held;
}

test.each(Object.keys(FILES).filter((key) => key !== 'tag' && !FILES[key]?.borrows))(
  'what is lent is there before %s uses it, and it hands over what it holds',
  (key) => {
    expect(handedOver(FILES[key]?.name ?? '')).toBeTruthy();
  },
);
