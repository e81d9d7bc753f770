// What the words of each language must keep: as whole as English, with its slots, its endings and the language's own signs.
import { ANONYMOUS, OWN_LISTS, SIGNS } from './language-signs.ts';

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
  const needed = new Set([...COUNTS.map((count) => plural.select(count)), 'other']);
  for (const unit of Object.keys(english.grammar.units)) {
    const forms = units[unit] ?? {};
    for (const category of needed)
      if (!forms[category]) yield `grammar.units.${unit}.${category}: missing`;
    for (const [category, form] of Object.entries(forms)) {
      const at = `grammar.units.${unit}.${category}`;
      if (!needed.has(category)) yield `${at}: no whole number is ${category} here`;
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

function* listsOf({ lang, grammar }: Words): Iterable<string> {
  for (const [name, type] of [
    ['sentence', 'conjunction'],
    ['items', 'unit'],
  ] as const) {
    const [own, theirs] = [grammar[name], gapsOf(lang, type)].map((gaps) => JSON.stringify(gaps));
    if (own !== theirs && !OWN_LISTS[`${lang} ${name}`])
      yield `grammar.${name}: ${own}, where Intl.ListFormat has ${theirs}`;
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

const ENDS = { '.': /[.。।؟]$/, ':': /[:：]$/ } as const;
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

const DATED = /\{(time|from|until|to)\}/g;

/** What no text has. @param date as the language writes it: some end it in a full stop. */
function* signsIn(text: string, lang: string, english: string, date: string): Iterable<string> {
  const said = text.replace(DATED, date);
  if (/[.。]{2}/.test(said)) yield 'ends in two full stops';
  if (/[!！¡]/.test(text)) yield 'exclaims (L-23)';
  const vague = SIGNS[lang]?.vague.exec(text) ?? ANONYMOUS.exec(text);
  if (vague) yield `says “${vague[0]}” (L-23, L-01)`;
  if (/["']/.test(text)) yield 'has a straight quotation mark or apostrophe';
  if (/^\s|\s$|\s\s/.test(text)) yield 'has a space too many';
  if (/[\t\n\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(text))
    yield 'has an invisible sign';
  if (text !== text.normalize('NFC')) yield 'is not in the form NFC';
  if (MIXED.test(text)) yield 'has letters of two scripts in one word';
  const spaced = lang === 'fr' ? /[^\u202f][:;?»]|«[^\u202f]/ : /\s[:;,.?»”](?!\S)/;
  if (spaced.test(text)) yield 'has a sign of punctuation that is not spaced as its language does';
  for (const [end, own] of Object.entries(ENDS))
    if (english.endsWith(end) !== own.test(english.endsWith(end) ? said : text))
      yield `ends otherwise than English, which ${english.endsWith(end) ? 'ends' : 'does not end'} in “${end}”`;
}

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
    ...[...texts].flatMap(([path, text]) =>
      [...signsIn(text, lang, originals.get(path) ?? text, date)].map((what) => `${path}: ${what}`),
    ),
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
