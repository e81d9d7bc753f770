// Rounds by turns: each visits every entry once, in an order of chance, so that all meet the same machine.

function shuffled(values) {
  const left = [...values];
  const order = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  return order;
}

/**
 * @param measure makes one round's sample of an entry.
 * @param isWarm whether a round before the first is thrown away.
 * @param isSparing whether all but ours and the page alone come every second round: what they take is stable.
 * @param kept what earlier runs have measured of this part; grows with each round, and `save` is called then.
 * @param leftOut is told of each visit that could not be measured.
 * @returns the samples of each entry, by its id.
 */
export async function rounds(
  entries,
  count,
  measure,
  { launch, isWarm, isSparing, tell, leftOut, kept, save },
) {
  for (const { id } of entries) kept.samples[id] ??= [];
  for (let round = kept.done || (isWarm ? -1 : 0); round < count; round++) {
    // A browser of its own each: what one leaves behind slows no other round.
    const browser = await launch();
    const isWhole = !isSparing || round % 2 === 0;
    const asked = entries.filter(({ kind }) => isWhole || kind === 'ours' || kind === 'page');
    for (const entry of shuffled(asked)) {
      try {
        const sample = await measure(browser, entry);
        if (round >= 0) kept.samples[entry.id].push(sample);
      } catch (error) {
        leftOut.push(`${entry.id}: ${error.message.split('\n')[0]}`);
        tell(`left out ${leftOut.at(-1)}`);
      }
    }
    await browser.close();
    kept.done = Math.max(0, round + 1);
    save();
    tell(`round ${round + 1} of ${count}`);
  }
  return new Map(entries.map(({ id }) => [id, kept.samples[id]]));
}
