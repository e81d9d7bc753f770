// The one table of built files. A row and its entry are all a new file needs; docs/how-to/a-built-file.md.

/** A file that stands in `dist/tag`, as Customers copy it. */
export interface BuiltFile {
  /** Its name there; clear of what block lists catch. */
  readonly name: string;
  /** What it is built from. */
  readonly entry: string;
  /** One line for docs/files.md: what it holds, and when it is fetched. */
  readonly holds: string;
  /** Rows whose address, with its hash, is baked into it: `virtual:s9/file/<row>`. They are built before it. */
  readonly fetches: readonly string[];
  /** Rows besides the tag's that lend to it (build/lent.ts): wherever it is fetched, they have run before. */
  readonly borrows?: readonly string[];
}

export const FILES: Readonly<Record<string, BuiltFile>> = {
  tag: {
    name: 's9-consent.js',
    entry: 'src/files/tag.ts',
    holds: 'the script tag: decides and holds; on every page',
    fetches: ['ui', 'frames', 'answer', 'release', 'telemetry', 'settings', 'words'],
  },
  ui: {
    name: 's9-consent-ui.js',
    entry: 'src/files/ui.ts',
    holds: 'the banner; when something has to be asked',
    fetches: ['preferences', 'focus'],
  },
  words: {
    name: 's9-consent-words.js',
    entry: 'src/files/words.ts',
    holds:
      'which languages there are, and the way to `locales/<tag>.json`; where the page is not in English',
    fetches: [],
  },
  judge: {
    name: 's9-consent-judge.js',
    entry: 'src/files/judge.ts',
    holds: 'tells whether a press was meant; before the box of a form is drawn',
    fetches: [],
  },
  focus: {
    name: 's9-consent-focus.js',
    entry: 'src/files/focus.ts',
    holds: 'keeps the banner off what has the focus; for who goes through the page by keyboard',
    fetches: [],
  },
  answer: {
    name: 's9-consent-answer.js',
    entry: 'src/files/answer.ts',
    holds: 'keeps records; while the banner is read',
    fetches: ['forms', 'rights', 'proofs', 'cleanUp'],
  },
  proofs: {
    name: 's9-consent-proofs.js',
    entry: 'src/files/proofs.ts',
    holds:
      'sends the proof of each choice; with the answer’s file, where the setting has an address',
    fetches: [],
  },
  cleanUp: {
    name: 's9-consent-cleanup.js',
    entry: 'src/files/cleanup.ts',
    holds:
      'deletes what a denied purpose left; with the answer’s file, where the policy declares cookies, storage or `visitors`',
    fetches: [],
  },
  release: {
    name: 's9-consent-release.js',
    entry: 'src/files/release.ts',
    holds:
      'releases what is granted; where something is held, at the first grant or while the banner is read',
    fetches: ['places', 'advice', 'ready'],
  },
  places: {
    name: 's9-consent-places.js',
    entry: 'src/files/places.ts',
    holds:
      'puts in its place what a template holds, or a script of markup or data; where one is held',
    fetches: [],
  },
  advice: {
    name: 's9-consent-advice.js',
    entry: 'src/files/advice.ts',
    holds: 'says in the console what is marked up wrongly; where something is',
    fetches: [],
  },
  ready: {
    name: 's9-consent-ready.js',
    entry: 'src/files/ready.ts',
    holds:
      'tells a script what of the page’s beginning it has missed; where one has `data-consent-ready`',
    fetches: [],
  },
  frames: {
    name: 's9-consent-frames.js',
    entry: 'src/files/frames.ts',
    holds: 'placeholders; when a held frame is a screen or less from what is in view',
    fetches: ['cover'],
  },
  cover: {
    name: 's9-consent-cover.js',
    entry: 'src/files/cover.ts',
    holds:
      'placeholders over frames nobody can draw in, in a dialog, with a picture; when one needs that',
    fetches: [],
  },
  forms: {
    name: 's9-consent-forms.js',
    entry: 'src/files/forms.ts',
    holds: 'notices at the moment of collection; where a form has an element for one',
    fetches: ['judge'],
  },
  telemetry: {
    name: 's9-consent-telemetry.js',
    entry: 'src/files/telemetry.ts',
    holds: 'visit telemetry; once it is granted',
    fetches: [],
  },
  preferences: {
    name: 's9-consent-preferences.js',
    entry: 'src/files/preferences.ts',
    holds: 'the second layer, what changed, what remains; when first opened',
    fetches: ['data'],
    borrows: ['ui'],
  },
  data: {
    name: 's9-consent-data.js',
    entry: 'src/files/data.ts',
    holds: '“Your data”; when first opened',
    fetches: [],
    borrows: ['ui', 'preferences'],
  },
  rights: {
    name: 's9-consent-rights.js',
    entry: 'src/files/rights.ts',
    holds: 'receipt, export, erasure; when one is asked for',
    fetches: ['words'],
  },
  settings: {
    name: 's9-consent-settings.js',
    entry: 'src/files/settings.ts',
    holds: 'checks settings that stand outside the tag; where there are any',
    fetches: ['services', 'texts', 'markup', 'watch', 'mirror', 'announce'],
  },
  services: {
    name: 's9-consent-services.js',
    entry: 'src/files/services.ts',
    holds: 'the catalogue of services; where a policy names one by its id',
    fetches: [],
  },
  texts: {
    name: 's9-consent-texts.js',
    entry: 'src/files/texts.ts',
    holds: 'a policy’s own words in other languages; where it has `texts`',
    fetches: [],
  },
  markup: {
    name: 's9-consent-markup.js',
    entry: 'src/files/markup.ts',
    holds: 'other widgets’ markup, read as ours; where the setting names some',
    fetches: [],
  },
  watch: {
    name: 's9-consent-watch.js',
    entry: 'src/files/watch.ts',
    holds: 'the leak watch; where the setting is on',
    fetches: [],
  },
  mirror: {
    name: 's9-consent-mirror.js',
    entry: 'src/files/mirror.ts',
    holds: 'tells the Customer’s server the choice in a cookie; where the setting is on',
    fetches: [],
  },
  announce: {
    name: 's9-consent-announce.js',
    entry: 'src/files/announce.ts',
    holds:
      'tells Google, Microsoft, Meta and others the choice; where the policy has them in `announce`',
    fetches: [],
  },
};

/**
 * Rows in an order in which each comes after those it fetches.
 *
 * @throws Error that names a row which is fetched and not there, or which fetches itself by a detour.
 */
export function buildOrder(files: Readonly<Record<string, BuiltFile>>): string[] {
  const order: string[] = [];
  const visit = (key: string, way: readonly string[]): void => {
    if (order.includes(key)) return;
    if (way.includes(key)) throw new Error(`built files fetch in a circle: ${way.join(' → ')}`);
    const file = files[key];
    if (!file) throw new Error(`${way.at(-1)} fetches ${key}, which is no built file`);
    for (const fetched of file.fetches) visit(fetched, [...way, key]);
    order.push(key);
  };
  for (const key of Object.keys(files)) visit(key, []);
  return order;
}

/** The table of docs/files.md, a line each. */
export const tableOf = (files: Readonly<Record<string, BuiltFile>>): string =>
  [
    '| file | what it holds; when it is fetched |',
    '| --- | --- |',
    ...Object.values(files).map(({ name, holds }) => `| \`${name}\` | ${holds} |`),
  ].join('\n');
