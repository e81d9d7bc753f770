// A design as one word of an address, and back: nothing is stored anywhere, and what cannot be read says so.
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { type Design, type DesignFault, readDesign } from './design.ts';

/** The form of the word; another one will be told apart by it. */
const FORM = '1.';
/** Browsers and chats cut longer addresses. */
const MOST_CHARACTERS = 60_000;
const MOST_BYTES = 1_000_000;

const toWord = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromWord = (word: string): Uint8Array =>
  Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );

/** @throws Error where it is no such thing, cut off, or more than a design can be. */
function inflated(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const stream = new Inflate((chunk, isLast) => {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('too much');
    chunks.push(chunk);
    isWhole = isLast;
  });
  // In small steps: a few bytes can stand for very many.
  for (let at = 0; at < bytes.length; at += 512) {
    stream.push(bytes.subarray(at, at + 512), at + 512 >= bytes.length);
  }
  if (!isWhole) throw new Error('cut off');
  const whole = new Uint8Array(size);
  chunks.reduce((at, chunk) => {
    whole.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return whole;
}

/** What stands after `?design=`. */
export const wordOf = (design: Design): string =>
  FORM + toWord(deflateSync(strToU8(JSON.stringify(design)), { level: 9 }));

/** Never throws: a word that cannot be read is a fault with the path `design`. */
export function designIn(word: string, known: readonly string[]): ReturnType<typeof readDesign> {
  const fault = (expected: string): { design: null; faults: DesignFault[] } => ({
    design: null,
    faults: [{ path: 'design', expected, came: JSON.stringify(word.slice(0, 40)) }],
  });
  if (!word.startsWith(FORM)) return fault(`a link of this studio, which begins with ${FORM}`);
  if (word.length > MOST_CHARACTERS) return fault(`at most ${MOST_CHARACTERS} characters`);
  try {
    return readDesign(JSON.parse(strFromU8(inflated(fromWord(word.slice(FORM.length))))), known);
  } catch {
    return fault('a whole link: this one has been cut off or changed on its way');
  }
}
