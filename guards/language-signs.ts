// What no text of a language has, by the language: vague words, anonymous, other marks than its own.

interface Signs {
  /** Pairs that its print uses, opening and closing mark. */
  readonly quotes: readonly string[];
  /** Maybe, might, a better experience, guilt (L-23). */
  readonly vague: RegExp;
}

const ANGLED = '«»';
const CURLY = '“”';
const LOW = '„“';

/** By tag; the languages that a file of words is there for, and no other. */
export const SIGNS: Readonly<Record<string, Signs>> = {
  ar: { quotes: [ANGLED, CURLY], vague: /ربما|لعل|قد [يتن]|تحسين|تجربة|تجربتك/ },
  bg: { quotes: [LOW], vague: /може би|евентуално|вероятно|подобр|изживяване|бихме/i },
  ca: { quotes: [ANGLED], vague: /potser|podria|podrien|eventualment|millorar|experiència/i },
  cs: { quotes: [LOW], vague: /možná|případně|mohl|zlepš|zážit|zkušenost/i },
  da: { quotes: [CURLY, '»«', '””', '„“'], vague: /måske|muligvis|eventuelt|forbedre|oplevelse/i },
  de: {
    quotes: [LOW],
    vague: /vielleicht|könnte|möglicherweise|gegebenenfalls|erlebnis|verbesser/i,
  },
  el: { quotes: [ANGLED], vague: /ίσως|ενδεχομένως|βελτι|εμπειρία/i },
  en: { quotes: [CURLY], vague: /\b(may|might|could|maybe|perhaps|experience|improve)\b(?! not)/i },
  es: { quotes: [ANGLED], vague: /podría|quizá|tal vez|posiblemente|mejorar|experiencia/i },
  et: { quotes: [LOW, '„”'], vague: /võib-olla|\behk\b|võimalik|paremaks|kogemus/i },
  fi: { quotes: ['””'], vague: /ehkä|mahdollisesti|saattaa|parantaa|kokemu/i },
  fr: { quotes: [ANGLED], vague: /pourrai|peut-être|éventuel|améliorer|expérience/i },
  ga: { quotes: [CURLY], vague: /b’fhéidir|d’fhéadfadh|seans go|feabhs|taithí/i },
  he: { quotes: [CURLY, '””', '״״', '„”'], vague: /אולי|ייתכן|עשוי|לשפר|חווי/ },
  hr: { quotes: ['„”', LOW], vague: /možda|eventualno|mogl[aio] bi|poboljša|iskustv/i },
  hu: { quotes: ['„”'], vague: /talán|esetleg|lehetséges|élmény|tapasztalat/i },
  id: { quotes: [CURLY], vague: /mungkin|barangkali|meningkatkan|pengalaman/i },
  is: { quotes: [LOW], vague: /kannski|hugsanlega|mögulega|upplifun|bæta/i },
  it: { quotes: [ANGLED], vague: /potrebb|forse|eventual|migliorare|esperienza/i },
  ja: { quotes: ['「」'], vague: /かもしれ|場合があります|可能性|向上|体験/ },
  ko: { quotes: ['‘’', CURLY, '「」'], vague: /수도 있|아마|개선|향상|경험/ },
  lt: { quotes: [LOW], vague: /galbūt|galimai|gali būti|pagerin|patirt/i },
  lv: { quotes: [CURLY, '„”', ANGLED], vague: /varbūt|iespējams|uzlabot|pieredz/i },
  mt: { quotes: [CURLY], vague: /forsi|jista’ jkun|esperjenza|ittejjeb/i },
  nb: { quotes: [ANGLED], vague: /kanskje|muligens|eventuelt|forbedre|opplevelse/i },
  nl: {
    quotes: ['‘’', CURLY],
    vague: /misschien|mogelijk|eventueel|zou kunnen|verbeteren|gebruikservaring/i,
  },
  pl: { quotes: ['„”'], vague: /być może|mogłoby|ewentualnie|lepsz|ulepsz|doświadcze/i },
  pt: { quotes: [ANGLED], vague: /poderia|poderão|talvez|eventualmente|melhorar|experiência/i },
  'pt-BR': { quotes: [CURLY], vague: /poderia|talvez|eventualmente|melhorar|experiência/i },
  ro: { quotes: ['„”'], vague: /ar putea|poate că|eventual|îmbunătăț|experienț/i },
  ru: { quotes: [ANGLED], vague: /возможно|может быть|вероятно|улучш|опыт/i },
  sk: { quotes: [LOW], vague: /možno|prípadne|mohl|zlepš|zážit|skúsenos/i },
  sl: { quotes: [LOW, '»«'], vague: /morda|morebiti|izboljš|izkušnj/i },
  sr: { quotes: [LOW, '„”'], vague: /можда|евентуално|могл[аио] би|побољш|искуств/i },
  'sr-Latn': { quotes: [LOW, '„”'], vague: /možda|eventualno|mogl[aio] bi|poboljš|iskustv/i },
  sv: { quotes: ['””'], vague: /kanske|eventuellt|möjligen|förbättra|upplevelse/i },
  tr: { quotes: [CURLY], vague: /belki|olabilir|muhtemelen|deneyim|iyileştir/i },
  uk: { quotes: [ANGLED], vague: /можливо|мабуть|імовірно|покращ|поліпш|досвід/i },
  vi: { quotes: [CURLY], vague: /có lẽ|có thể sẽ|cải thiện|trải nghiệm/i },
  'zh-Hans': { quotes: [CURLY, '「」'], vague: /可能|也许|或许|改善|提升|体验/ },
  'zh-Hant': { quotes: ['「」'], vague: /可能|也許|或許|改善|提升|體驗/ },
};

/** In every language: what an IP address and a browser’s data are never called (L-01). */
export const ANONYMOUS =
  /anon[iyí]m|anònim|anônim|anonüüm|ανώνυμ|анон[иі]м|gan ainm|nafnlaus|névtelen|مجهول|אנונימ|匿名|익명|ẩn danh/i;

const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
const INVISIBLE = /[\t\n\r\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Of one text, what is wrong with it in any place. */
export function* signsIn(text: string, lang: string): Iterable<string> {
  if (/[!！¡]/.test(text)) yield 'exclaims (L-23)';
  const vague = SIGNS[lang]?.vague.exec(text) ?? ANONYMOUS.exec(text);
  if (vague) yield `says “${vague[0]}” (L-23, L-01)`;
  if (/["']/.test(text)) yield 'has a straight quotation mark or apostrophe';
  if (/^\s|\s$|\s\s/.test(text)) yield 'has a space too many';
  if (INVISIBLE.test(text)) yield 'has an invisible sign';
  if (text !== text.normalize('NFC')) yield 'is not in the form NFC';
  if (MIXED.test(text)) yield 'has letters of two scripts in one word';
  const spaced = lang === 'fr' ? /[^\u202f][:;?»]|«[^\u202f]/ : /\s[:;,.?»”](?!\S)/;
  if (spaced.test(text)) yield 'has a sign of punctuation that is not spaced as its language does';
}

/**
 * A fragment stays one, a sentence has its full stop, and no second one after a date that ends in its own.
 * @param dated the text with dates in the place of their slots
 * @param mayAdd it is free to end in a colon
 */
export function* endsIn(
  text: string,
  dated: string,
  english: string,
  mayAdd: boolean,
): Iterable<string> {
  const [stop, colon] = [/[.。।؟]$/, /[:：]$/];
  if (/[.。]{2}/.test(dated)) yield 'ends in two full stops';
  if (english.endsWith('.') ? !stop.test(dated) : stop.test(text))
    yield 'ends otherwise than English: a full stop too many, or none';
  if (english.endsWith(':') ? !colon.test(text) : colon.test(text) && !mayAdd)
    yield 'ends otherwise than English: a colon too many, or none';
}
