// What the build takes for lent is lent, by the tag and by others, before it is used.
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FILES } from '../build/files.ts';
import { LENT } from '../build/lent.ts';
import { lent } from '../src/browser/files/lent.ts';
import { read, root } from './project-files.ts';

test('each name the build takes for lent by the tag is lent, and no other', () => {
  const names = Object.values(LENT['tag'] ?? {}).flat();
  expect(Object.keys(lent).toSorted()).toEqual(names.toSorted());
});

test.each(Object.entries(LENT['tag'] ?? {}))('%s has what is lent of it', async (path, names) => {
  const module = (await import(/* @vite-ignore */ `${root}${path}`)) as Record<string, unknown>;
  for (const name of names) expect(module[name]).toBe(lent[name as keyof typeof lent]);
});

/** Something that a module keeps to itself: a second copy of it would know nothing of the first. */
const KEPT = /^(?:let |const \w+[^=\n]* = new (?:Weak)?(?:Map|Set)\b)/m;

test('a module that keeps something is lent whole', () => {
  const modules = Object.values(LENT).flatMap((each) => Object.entries(each));
  const keeping = modules.filter(([path]) => path.startsWith('src/') && KEPT.test(read(path)));
  expect(keeping.map(([path]) => path)).toContain('src/ui/elements/actions.ts');
  for (const [path, names] of keeping) {
    const exported = [...read(path).matchAll(/^export (?:const|function|class) (\w+)/gm)];
    expect([...names].toSorted(), path).toEqual(exported.map(([, name]) => name).toSorted());
  }
});

const borrowers = Object.entries(FILES).flatMap(([key, { borrows = [] }]) =>
  borrows.map((lender) => [key, lender] as const),
);

test.each(borrowers)('%s is fetched by nobody before %s has lent to it', (key, lender) => {
  const fetchers = Object.entries(FILES).filter(([, { fetches }]) => fetches.includes(key));
  expect(fetchers.length).toBeGreaterThan(0);
  for (const [fetcher, { borrows = [] }] of fetchers) {
    expect([fetcher, ...borrows]).toContain(lender);
  }
});

const lending = Object.entries(LENT)
  .filter(([lender]) => lender !== 'tag')
  .flatMap(([lender, modules]) =>
    Object.values(modules)
      .flat()
      .map((name, index) => [lender, name, index] as const),
  );

test.each(lending)('what %s lends as %s is borrowed', (lender, _name, index) => {
  const files = Object.values(FILES).filter(({ borrows }) => borrows?.includes(lender));
  const texts = files.map(({ name }) => read(`dist/tag/${name}`));
  expect(texts.some((text) => text.includes(`.${lender}[${index}]`))).toBe(true);
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

test.each(Object.keys(FILES).filter((key) => key !== 'tag'))(
  'what is lent is there before %s uses it, and it hands over what it holds',
  (key) => {
    expect(handedOver(FILES[key]?.name ?? '')).toBeTruthy();
  },
);
