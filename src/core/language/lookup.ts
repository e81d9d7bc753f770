// Which of the languages on offer a page is spoken to in: RFC 4647 lookup, and what BCP 47 does not tell of scripts.

/** What the readers of a language read as well: Norwegian by any of its tags, Serbian in both scripts. */
const KIN: Readonly<Record<string, readonly string[]>> = {
  no: ['nb', 'nn'],
  nb: ['no'],
  nn: ['nb', 'no'],
  sr: ['sr-Latn', 'sr-Cyrl'],
};

/** In canonical form: `de_at` is `de-AT`, `iw` is `he`. Not one is what no browser can read. */
function localeOf(range: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(range.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** From the whole to its language, without what introduces no more: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function shortened(tag: string): string[] {
  const parts = tag.split('-');
  return parts.flatMap((_, index) => {
    const kept = parts.slice(0, parts.length - index);
    return (kept.at(-1) ?? '').length > 1 ? [kept.join('-')] : [];
  });
}

/**
 * The tag on offer for a language range, as it is written there; `undefined` where nothing fits, or the range is none.
 *
 * @param range a BCP 47 tag; underscores in it are read as hyphens.
 * @example lookup('de-AT', ['de', 'fr']) // 'de'
 * @example lookup('zh-TW', ['zh-Hans', 'zh-Hant']) // 'zh-Hant'
 */
export function lookup(range: string, offered: readonly string[]): string | undefined {
  const locale = localeOf(range);
  if (!locale) return undefined;
  const { language, script, region } = locale.maximize();
  const wanted = [
    ...shortened(locale.toString()),
    `${language}-${script}`,
    `${language}-${region}`,
    ...(KIN[language] ?? []),
  ].map((tag) => tag.toLowerCase());
  const found = wanted.find((tag) => offered.some((each) => each.toLowerCase() === tag));
  return offered.find((each) => each.toLowerCase() === found);
}
