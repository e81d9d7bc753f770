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
 * @param leftOut is told of each visit that could not be measured.
 * @returns the samples of each entry, by its id.
 */
export async function rounds(entries, count, measure, { launch, isWarm, tell, leftOut }) {
  const samples = new Map(entries.map(({ id }) => [id, []]));
  for (let round = isWarm ? -1 : 0; round < count; round++) {
    // A browser of its own each: what one leaves behind slows no other round.
    const browser = await launch();
    for (const entry of shuffled(entries)) {
      try {
        const sample = await measure(browser, entry);
        if (round >= 0) samples.get(entry.id).push(sample);
      } catch (error) {
        leftOut.push(`${entry.id}: ${error.message.split('\n')[0]}`);
        tell(`left out ${leftOut.at(-1)}`);
      }
    }
    await browser.close();
    tell(`round ${round + 1} of ${count}`);
  }
  return samples;
}
