// The languages there are words for, as the build lists its files.

/** @param files what `integrity.json` says, by name. */
export const tagsIn = (files: Readonly<Record<string, string>>): string[] => [
  'en',
  ...Object.keys(files).flatMap((name) => /^locales\/(.+)\.json$/.exec(name)?.[1] ?? []),
];

/** As its speakers write it; its tag where the browser does not know it. */
export const nameOf = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
