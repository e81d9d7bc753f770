// Reads what is to be checked: a file, or standard input for `-`. Says which could not be read, and why.
import { readFileSync } from 'node:fs';

const STANDARD_INPUT = 0;

export function readText(file) {
  try {
    return readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${file}: ${error.message}`, { cause: error });
  }
}
