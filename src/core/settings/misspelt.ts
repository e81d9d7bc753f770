// Attributes of the tag that look like settings and are none there: a letter off, or read from JSON only.

/** Whether one letter more, less or other makes one of the other. */
function isNear(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length);
  let same = 0;
  let sameAtEnd = 0;
  while (same < length && one[same] === other[same]) same++;
  while (sameAtEnd < length - same && one.at(~sameAtEnd) === other.at(~sameAtEnd)) sameAtEnd++;
  return length - same - sameAtEnd < 2;
}

/**
 * Names that do nothing, which nobody would see; what looks like none of ours is somebody else's.
 *
 * @param found what stands on the tag.
 * @param ours what can stand there.
 * @param others settings that cannot.
 */
export const misspelt = (
  found: readonly string[],
  ours: readonly string[],
  others: readonly string[],
): string[] =>
  found.filter(
    (name) => !ours.includes(name) && [...ours, ...others].some((own) => isNear(own, name)),
  );
