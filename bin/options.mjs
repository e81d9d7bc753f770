// Reads the options of a command, and names the one that is none.
import { parseArgs } from 'node:util';

/** @param options as `parseArgs` has them. */
export function readOptions(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Error(`${error.message.split('. ')[0]}: expected ${known.join(', ')}`, {
      cause: error,
    });
  }
}
