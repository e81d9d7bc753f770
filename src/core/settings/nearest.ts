// What a person may have meant who wrote a word that is none.

/** How many letters have to be put in, left out or exchanged to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, its] of [...other].entries()) {
      const exchanged = (row[index] ?? 0) + (its === letter ? 0 : 1);
      next.push(Math.min(exchanged, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The three words that are nearest, nearest first; one that is a part of the other is nearer than any. */
export function nearestTo(word: string, words: readonly string[]): string[] {
  const plain = word.slice(0, 100).toLowerCase();
  const isPart = (other: string) =>
    plain.length > 2 && (other.includes(plain) || plain.includes(other));
  const far = new Map(words.map((other) => [other, isPart(other) ? 0 : distance(plain, other)]));
  return [...words].sort((one, other) => (far.get(one) ?? 0) - (far.get(other) ?? 0)).slice(0, 3);
}
