// Prints what may quote a stranger's file: nothing in it moves the cursor, turns the text or begins a line.

/** Control characters, marks that turn or hide text, line and paragraph ends, halves of characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;
const MAX_LINE = 500;

/** One line, with each such character as `\u{…}`, and no longer than a person reads. */
function printable(text) {
  const line = text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)} …` : text;
  return line.replaceAll(UNPRINTABLE, (char) => `\\u{${char.codePointAt(0).toString(16)}}`);
}

const written = (lines) => lines.map(printable).join('\n');

/** @param lines one for each line of the terminal. */
export const print = (...lines) => console.log(written(lines));

export const complain = (...lines) => console.error(written(lines));
