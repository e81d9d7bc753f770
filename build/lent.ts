// What the tag lends: functions it has on every page, so that no further file brings them along once more.
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** By module; `src/browser/files/lent.ts` hands them over, and guards/lent.test.ts holds the two together. */
export const LENT: Readonly<Record<string, readonly string[]>> = {
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
};

/** Lends to all that is fetched, and to nobody what is not fetched by the tag. */
const LENDER = 'tag';
const BORROWED = '\0lent:';

/** By its place in the list: names would be on every page. */
const placeOf = (name: string): number => Object.values(LENT).flat().indexOf(name);

/** In the tag, a list stands for what src/browser/files/lent.ts has by name. */
function lentList(root: string): Plugin {
  const imports = Object.entries(LENT).map(
    ([path, names]) =>
      `import { ${names.join(', ')} } from ${JSON.stringify(resolve(root, path))};`,
  );
  const list = `export const lent = [${Object.values(LENT).flat().join(', ')}];`;
  return {
    name: 's9-lent-list',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === LENDER,
    load: {
      filter: { id: /[\\/]browser[\\/]files[\\/]lent\.ts$/ },
      handler: () => [...imports, list].join('\n'),
    },
  };
}

/**
 * In each built file but the tag, puts what is lent in the place of the module it comes from; what else that module
 * has is bundled as ever.
 *
 * @param keys rows of build/files.ts that are fetched through the tag.
 */
export const lentModules = (root: string, keys: readonly string[]): Plugin[] => [
  lentList(root),
  borrowedModules(root, keys),
];

function borrowedModules(root: string, keys: readonly string[]): Plugin {
  const names = new Map(Object.entries(LENT).map(([path, lent]) => [resolve(root, path), lent]));
  return {
    name: 's9-lent-modules',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name !== LENDER && keys.includes(name),
    async resolveId(source, importer) {
      if (importer?.startsWith(BORROWED)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && names.has(found.id) ? BORROWED + found.id : null;
    },
    load: {
      filter: { id: /^\0lent:/ },
      handler(id) {
        const path = id.slice(BORROWED.length);
        return [
          `import { borrowed } from ${JSON.stringify(resolve(root, 'src/browser/files/borrowed.ts'))};`,
          `export * from ${JSON.stringify(path)};`,
          ...(names.get(path) ?? []).map(
            (name) => `export const ${name} = borrowed[${placeOf(name)}];`,
          ),
        ].join('\n');
      },
    },
  };
}
