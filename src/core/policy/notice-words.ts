// Which words of a Customer’s own may stand on the banner: plain ones (L-23), and two answers alike (L-15).
import type { NoticeWords } from './policy.ts';
import { objectOf, type Reader, refuse } from './shape.ts';
import { text } from './text-shape.ts';

/** Vague, pressing, or an answer that is no answer; of English, which the notice speaks. */
const STEERING =
  /!|\b(may|might|could|improve your experience|best experience|no thanks|i don['’]t (want|care)|hurry|last chance|only today|got it|understood|i know)\b/i;

/** What says no, and what says yes: of English, too. */
const NO = /\b(no|not|none|never|without|reject|refuse|decline|deny|disagree|opt out)\b|n['’]t\b/i;
const YES = /\b(yes|ok|okay|accept|agree|allow|consent)\b/i;

const plain: Reader<string> = (value, path, faults) => {
  const read = text(value, path, faults);
  return read && STEERING.test(read)
    ? refuse(path, 'plain words that neither press nor leave open what will be', faults)
    : read;
};

const titled: Reader<string> = (value, path, faults) => {
  const read = plain(value, path, faults);
  return read && !read.includes('{controller}')
    ? refuse(path, '{controller} in it, for the title says who asks', faults)
    : read;
};

const answer =
  (isMeant: (words: string) => boolean, expected: string): Reader<string> =>
  (value, path, faults) => {
    const read = plain(value, path, faults);
    return read && !isMeant(read) ? refuse(path, expected, faults) : read;
  };

const readWords = objectOf<NoticeWords>(
  {
    title: titled,
    lead: plain,
    accept: answer((said) => !NO.test(said), 'words that say yes'),
    reject: answer((said) => NO.test(said) || !YES.test(said), 'words that say no'),
    choose: plain,
  },
  [],
);

const isSame = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase() && a !== '';

/** Of two answers neither is longer than the other by more than half. */
const areAlike = ([shorter = 0, longer = 0]: readonly number[]): boolean => longer <= 1.5 * shorter;

export const noticeWords: Reader<NoticeWords> = (value, path, faults) => {
  const read = readWords(value, path, faults);
  if (!read) return undefined;
  const { accept = '', reject = '' } = read;
  if (isSame(accept, reject)) refuse(`${path}.accept`, 'other words than reject', faults);
  const lengths = [accept, reject].map((label) => [...label].length).sort((a, b) => a - b);
  if (!areAlike(lengths)) {
    refuse(
      `${path}.accept`,
      'with reject beside it, neither longer than the other by more than half',
      faults,
    );
  }
  return read;
};
