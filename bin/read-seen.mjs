// Reads what a watch has told: a list of leaks, of findings or of refusals, or an audit's JSON with such a list.
import { readText } from './read-text.mjs';

const MAX_BYTES = 20_000_000;

function parse(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

/** @param file its name, or `-` for standard input. */
export async function readSeen(file) {
  const json = parse(file, await readText(file, MAX_BYTES));
  const list = Array.isArray(json) ? json : json?.findings;
  if (!Array.isArray(list) || !list.every((each) => typeof each?.url === 'string')) {
    throw new Error(`${file}: expected a list of what was seen, each with its url`);
  }
  return list.map(({ url, by }) => ({ url, by: typeof by === 'string' ? by : null }));
}
