// What one file lends to those fetched after it: functions it has anyway, so that none brings them along once more.
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { BuiltFile } from './files.ts';

/** Names by the module they come from. */
type Lent = Readonly<Record<string, readonly string[]>>;

/** Lends to all that is fetched, and to nobody what is not fetched by the tag. */
const TAG = 'tag';

/**
 * By the row of build/files.ts that lends. What the tag lends `src/browser/files/lent.ts` hands over, and
 * guards/lent.test.ts holds the two together; others import `virtual:s9/lends`, and lend to rows that name them.
 */
export const LENT: Readonly<Record<string, Lent>> = {
  [TAG]: {
    'src/core/own.ts': ['own', 'setOwn'],
    // Put into by the file that reads other widgets' markup, and read by those that hold and release.
    'src/browser/held/find/marks.ts': ['marks'],
    'src/core/choice/choice.ts': [
      'asksForMore',
      'choicesIn',
      'grantsBy',
      'grantsOf',
      'recordInForce',
    ],
    'src/browser/person/edge.ts': ['edge'],
    // Set by the tag, and read by all that speak.
    'src/browser/language/spoken.ts': ['spoken'],
    'src/core/gate/gate.ts': ['isGranted'],
    'src/core/once.ts': ['once'],
    'src/core/policy/canonical.ts': ['canonical'],
    'src/core/policy/terms.ts': ['termsOf'],
    'src/core/settings/settings.ts': ['DEFAULTS', 'OPTIONS', 'SCALARS'],
    // What it rejects with is told by identity: it goes along. So does what others set in it.
    'src/browser/database/open.ts': ['MISSING', 'work'],
  },
  ui: {
    'src/core/policy/worded.ts': ['memberOf', 'withTexts', 'wordedPolicy'],
    'src/ui/elements/actions.ts': ['actionOf', 'does', 'targetOf'],
    'src/ui/facts.ts': ['briefOf', 'factsOf'],
    'src/ui/focused.ts': ['focused'],
    'src/ui/grammar.ts': ['gapBefore', 'saysIn'],
    'src/ui/sheets.ts': ['adopt', 'sheetOf'],
    'src/ui/speech.ts': ['dataNames', 'fill', 'recipientNames'],
    'src/ui/top-layer.ts': ['raise'],
  },
  preferences: {
    preact: ['render'],
    'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
    'src/core/policy/words.ts': ['wholePolicy'],
    'src/ui/elements/Button.tsx': ['Button'],
    'src/ui/elements/ContactLink.tsx': ['ContactLink'],
    'src/ui/elements/Dialog.tsx': ['Dialog', 'raiseIn'],
    'src/ui/elements/Status.tsx': ['List', 'showStatus', 'Status'],
  },
};

const BORROWED = '\0lent:';
const LENDS = 'virtual:s9/lends';

const isPackage = (path: string): boolean => !path.startsWith('src/');

const importsOf = (root: string, lent: Lent): string[] =>
  Object.entries(lent).map(([path, names]) => {
    const from = isPackage(path) ? path : resolve(root, path);
    return `import { ${names.join(', ')} } from ${JSON.stringify(from)};`;
  });

/** By its place in the list: names would be on every page. */
const listOf = (lent: Lent): string => `[${Object.values(lent).flat().join(', ')}]`;

const borrowedIn = (root: string): string =>
  `import { borrowed } from ${JSON.stringify(resolve(root, 'src/browser/files/borrowed.ts'))};`;

/** In the tag, a list stands for what src/browser/files/lent.ts has by name. */
function lentList(root: string): Plugin {
  const lent = LENT[TAG] ?? {};
  return {
    name: 's9-lent-list',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === TAG,
    load: {
      filter: { id: /[\\/]browser[\\/]files[\\/]lent\.ts$/ },
      handler: () => [...importsOf(root, lent), `export const lent = ${listOf(lent)};`].join('\n'),
    },
  };
}

/** In other files that lend, a list of their own goes with the tag's, under the name of their row. */
function lendingModule(root: string): Plugin {
  return {
    name: 's9-lends',
    enforce: 'pre',
    resolveId: { filter: { id: /^virtual:s9\/lends$/ }, handler: () => `\0${LENDS}` },
    load: {
      filter: { id: /^\0virtual:s9\/lends$/ },
      handler() {
        const { name } = this.environment;
        const lent = LENT[name];
        if (!lent) throw new Error(`${name} lends: expected its names in build/lent.ts`);
        const lists = `borrowed.${name} = ${listOf(lent)};`;
        return [borrowedIn(root), ...importsOf(root, lent), lists].join('\n');
      },
    },
  };
}

/** What the file of a row borrows of a module, each name with where it is found. */
function borrowedBy(row: BuiltFile | undefined, path: string): [name: string, from: string][] {
  return [TAG, ...(row?.borrows ?? [])].flatMap((lender) => {
    const lent = LENT[lender] ?? {};
    const all = Object.values(lent).flat();
    const list = lender === TAG ? 'borrowed' : `borrowed.${lender}`;
    return (lent[path] ?? []).map((name): [string, string] => [
      name,
      `${list}[${all.indexOf(name)}]`,
    ]);
  });
}

/**
 * In each built file but the tag, puts what is lent in the place of the module it comes from; what else that module
 * has is bundled as ever.
 *
 * @param files rows of build/files.ts, all of which are fetched through the tag.
 */
export const lentModules = (root: string, files: Readonly<Record<string, BuiltFile>>): Plugin[] => [
  lentList(root),
  lendingModule(root),
  borrowedModules(root, files),
];

function borrowedModules(root: string, files: Readonly<Record<string, BuiltFile>>): Plugin {
  const paths = new Map(
    Object.values(LENT)
      .flatMap(Object.keys)
      .map((path) => [isPackage(path) ? path : resolve(root, path), path]),
  );
  return {
    name: 's9-lent-modules',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== TAG && name in files,
    async resolveId(source, importer) {
      if (importer?.startsWith(BORROWED)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const path = paths.get(source) ?? paths.get(found?.id ?? '');
      const isBorrowed = path && borrowedBy(files[this.environment.name], path)[0];
      return isBorrowed ? BORROWED + path : null;
    },
    load: {
      filter: { id: /^\0lent:/ },
      handler(id) {
        const path = id.slice(BORROWED.length);
        return [
          borrowedIn(root),
          // All of a package that is used is borrowed.
          ...(isPackage(path) ? [] : [`export * from ${JSON.stringify(resolve(root, path))};`]),
          ...borrowedBy(files[this.environment.name], path).map(
            ([name, from]) => `export const ${name} = ${from};`,
          ),
        ].join('\n');
      },
    },
  };
}
