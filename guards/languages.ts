// What the words of each language must keep: as whole as English, with its slots, its endings and the language's own signs.
import { endsIn, SIGNS, signsIn } from './language-signs.ts';

/** A file of `src/locales`, or English in the same shape. */
export interface Words {
  readonly lang: string;
  readonly dir: string;
  readonly grammar: {
    readonly units: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly sentence: readonly string[];
    readonly items: readonly string[];
  };
  readonly [section: string]: unknown;
}

type Strings = ReadonlyMap<string, string>;

/** Each value by its path, as `banner.title`; what is no string as JSON, for no path goes unseen. */
function flat(value: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, path ? `${path}.${key}` : key));
}

const spoken = ({ lang: _lang, dir: _dir, grammar: _grammar, ...sections }: Words) =>
  flat(sections);

const stringsOf = (words: Words): Strings =>
  new Map(spoken(words).filter((each): each is [string, string] => typeof each[1] === 'string'));

const slotsIn = (text: string): string => (text.match(/\{\w+\}|[{}]/g) ?? []).sort().join(' ');

/** L-24: the members of English and no other, each a string with English's slots. */
function* membersOf(words: Words, english: Words): Iterable<string> {
  const given = new Map(spoken(words));
  for (const [path, text] of spoken(english)) {
    const own = given.get(path);
    given.delete(path);
    if (typeof own !== 'string' || !own.trim()) yield `${path}: missing`;
    else if (slotsIn(own) !== slotsIn(String(text)))
      yield `${path}: has the slots ${slotsIn(own) || 'none'} for ${slotsIn(String(text)) || 'none'}`;
    else if (own === text && /[a-z] [a-z]/.test(own)) yield `${path}: is English: ${own}`;
  }
  for (const path of given.keys()) yield `${path}: is no member of English`;
}

/** Whole numbers that tell every category apart, in every language of CLDR. */
const COUNTS = [...Array(201).keys(), 1000, 1_000_000];

function* countsOf({ lang, grammar: { units } }: Words, english: Words): Iterable<string> {
  const plural = new Intl.PluralRules(lang);
  const known: readonly string[] = plural.resolvedOptions().pluralCategories;
  const needed = new Set([...COUNTS.map((count) => plural.select(count)), 'other']);
  for (const unit of Object.keys(english.grammar.units)) {
    const forms = units[unit] ?? {};
    for (const category of needed)
      if (!forms[category]) yield `grammar.units.${unit}.${category}: missing`;
    for (const [category, form] of Object.entries(forms)) {
      const at = `grammar.units.${unit}.${category}`;
      if (!known.includes(category)) yield `${at}: no number is ${category} here`;
      const isWord = /^(zero|one|two)$/.test(category) && !form.includes('#');
      if (!isWord && form.split('#').length !== 2) yield `${at}: needs one #: ${form}`;
    }
  }
}

/** What stands between two, between those of four, and before the last of these. */
function gapsOf(lang: string, type: 'conjunction' | 'unit'): string[] {
  const between = (names: string[]) =>
    new Intl.ListFormat(lang, { type })
      .formatToParts(names)
      .flatMap((part) => (part.type === 'literal' ? [part.value] : []));
  const [first = '', , last = ''] = between(['A', 'B', 'C', 'D']);
  return [...between(['A', 'B']), first, last];
}

/**
 * A list that is no sentence can be one, or commas alone: what CLDR has for units runs some languages’ words together.
 * Commas are right in a sentence too: Hebrew has one “and” for its own words and another for foreign names.
 */
function* listsOf({ lang, grammar }: Words): Iterable<string> {
  const sentence = gapsOf(lang, 'conjunction');
  const comma = sentence[1] ?? '';
  const bare = gapsOf(lang, 'unit');
  const commas = [comma, comma, comma];
  const lists = [sentence, commas, ...(bare[1]?.trim() ? [bare] : [])];
  for (const [name, allowed] of [
    ['sentence', [sentence, commas]],
    ['items', lists],
  ] as const) {
    const own = JSON.stringify(grammar[name]);
    const theirs = allowed.map((gaps) => JSON.stringify(gaps));
    if (!theirs.includes(own))
      yield `grammar.${name}: ${own}, where Intl has ${theirs.join(' or ')}`;
  }
}

const RTL = /^(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

function* tagOf({ lang, dir }: Words, name: string): Iterable<string> {
  if (lang !== name) yield `lang: is ${lang} in a file that is called ${name}`;
  if (Intl.getCanonicalLocales(lang)[0] !== lang) yield `lang: ${lang} is not written canonically`;
  const right = RTL.test(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  if (dir !== right) yield `dir: is ${dir}, and has to be ${right}`;
}

/** A name that another text quotes is the name that is on screen. */
function* quotesOf(words: Words, texts: Strings): Iterable<string> {
  const pairs = SIGNS[words.lang]?.quotes ?? [];
  const at = (path: string) => texts.get(path) ?? '';
  const isQuoted = (text: string, name: string) =>
    pairs.some((pair) =>
      ['', '\u202f', '\u00a0'].some((gap) =>
        text.includes(`${pair.charAt(0)}${gap}${name}${gap}${pair.charAt(1)}`),
      ),
    );
  for (const [path, name] of [
    ['preferences.place', 'control.open'],
    ['forms.withdraw', 'data.title'],
  ] as const)
    if (!isQuoted(at(path), at(name)))
      yield `${path}: does not quote ${name}, ${at(name)}, in ${pairs.join(' or ') || 'marks of guards/language-signs.ts'}`;
  if (!at('control.optedOut').includes(at('control.open')))
    yield `control.optedOut: does not name ${at('control.open')}`;
  for (const path of ['preferences.data', 'forms.data'])
    if (at(path) !== at('data.title')) yield `${path}: is not called ${at('data.title')}`;
}

/** L-14: of the same weight. */
function* answersOf(texts: Strings): Iterable<string> {
  const lengths = ['accept', 'reject'].map((name) => texts.get(`actions.${name}`)?.length ?? 0);
  if (Math.max(...lengths) > Math.min(...lengths) * 1.6)
    yield `actions: accept and reject have ${lengths.join(' and ')} letters`;
}

/** Only heard, before a name: some languages say it with a colon. */
const HEARD = /^forms\.(receivedBy|keptFor)$/;

/** A line for each fault of a language, none where its words are whole and in its own signs. */
export function faultsOf(name: string, words: Words, english: Words): string[] {
  const texts = stringsOf(words);
  const originals = stringsOf(english);
  const { lang } = words;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(0);
  const all = [
    ...membersOf(words, english),
    ...countsOf(words, english),
    ...listsOf(words),
    ...tagOf(words, name),
    ...quotesOf(words, texts),
    ...answersOf(texts),
    ...[...texts].flatMap(([path, text]) => {
      const dated = text.replace(/\{(time|from|until|to)\}/g, date);
      const ends = endsIn(text, dated, originals.get(path) ?? text, HEARD.test(path));
      return [...signsIn(text, lang), ...ends].map((what) => `${path}: ${what}`);
    }),
  ];
  return all.map((fault) => `${name}: ${fault}`);
}

/** Letters of what stands on the banner, the Customer's name left out. */
export function bannerLength(words: Words): number {
  const onIt =
    /^banner\.(title|lead|privacy)$|^actions\.(accept|reject|choose)$|^facts\.controller$|^policy\.(purposes\.\w+\.aim|dataItems\..*\.short)$/;
  return [...stringsOf(words)]
    .filter(([path]) => onIt.test(path))
    .reduce((sum, [, text]) => sum + text.replace(/\{\w+\}/g, '').length, 0);
}
