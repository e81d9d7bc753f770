// Object literals as people write them in scripts, read without running anything.

/** What cannot be read without running it: a function, a call, a name. */
export const UNREAD = Symbol('unread');

const MOST_CHARACTERS = 500_000;
const MOST_DEPTH = 40;

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const STRING = /"((?:[^"\\\n]|\\[^])*)"|'((?:[^'\\\n]|\\[^])*)'|`((?:[^`\\$]|\\[^]|\$(?!\{))*)`/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const WORD = /[\w$]+/y;
const REGEX = /\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/[a-z]*/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

class Reader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #take(letter: string): boolean {
    this.#match(SPACE);
    if (this.#text[this.#at] !== letter) return false;
    this.#at += 1;
    return true;
  }

  #string(): string | undefined {
    const found = this.#match(STRING);
    const inside = found && (found[1] ?? found[2] ?? found[3] ?? '');
    return inside?.replaceAll(/\\(?:u([\da-f]{4})|([^]))/gi, (_, code: string, letter: string) =>
      code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[letter] ?? letter),
    );
  }

  /** Over what is not read, to the comma or bracket that ends it. */
  #skip(): typeof UNREAD {
    for (let depth = 0; this.#at < this.#text.length; ) {
      if (this.#match(SPACE)?.[0] || this.#string() !== undefined) continue;
      const letter = this.#text[this.#at] ?? '';
      if (depth === 0 && /[,}\])]/.test(letter)) break;
      if (/[([{]/.test(letter)) depth += 1;
      if (/[)\]}]/.test(letter)) depth -= 1;
      this.#at += 1;
    }
    return UNREAD;
  }

  #list(depth: number): unknown[] {
    const list: unknown[] = [];
    while (!this.#take(']')) {
      list.push(this.value(depth + 1));
      if (!this.#take(',') && !this.#take(']')) throw new Error(this.#where('a comma or ]'));
      else if (this.#text[this.#at - 1] === ']') break;
    }
    return list;
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = Object.create(null);
    while (!this.#take('}')) {
      this.#match(SPACE);
      const key = this.#string() ?? this.#match(WORD)?.[0];
      if (key !== undefined && this.#take(':')) object[key] = this.value(depth + 1);
      else this.#skip();
      if (!this.#take(',') && this.#text[this.#at] !== '}') {
        this.#match(SPACE);
        if (this.#text[this.#at] !== '}') throw new Error(this.#where('a comma or }'));
      }
    }
    return object;
  }

  #where = (expected: string): string => {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    const came = JSON.stringify(this.#text.slice(this.#at, this.#at + 20));
    return `line ${line}: expected ${expected}, came ${came}`;
  };

  value(depth = 0): unknown {
    if (depth > MOST_DEPTH) throw new Error(this.#where('fewer levels'));
    const read = this.#read(depth);
    this.#match(SPACE);
    // An operator or a call after it: what it comes to, nobody knows.
    return /[,}\])]|^$/.test(this.#text[this.#at] ?? '') || depth === 0 ? read : this.#skip();
  }

  #read(depth: number): unknown {
    this.#match(SPACE);
    if (this.#take('{')) return this.#object(depth);
    if (this.#take('[')) return this.#list(depth);
    const text = this.#string();
    if (text !== undefined) return text;
    const number = this.#match(NUMBER);
    if (number) return Number(number[0]);
    const regex = this.#match(REGEX);
    if (regex) return regex[1];
    const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
    const word = this.#match(WORD)?.[0];
    return word !== undefined && Object.hasOwn(words, word) ? words[word] : this.#skip();
  }
}

/**
 * The object that begins first after `from`.
 *
 * @throws Error that says in which line what was expected.
 */
export function literalIn(text: string, from = 0): Record<string, unknown> {
  if (text.length > MOST_CHARACTERS)
    throw new Error(`expected at most ${MOST_CHARACTERS} characters`);
  const at = text.indexOf('{', from);
  if (at < 0) throw new Error('expected an object, which begins with {');
  return new Reader(text, at).value() as Record<string, unknown>;
}
