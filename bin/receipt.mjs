// `social9-consent verify`: whether a consent receipt is whole, unbroken and signed.
import { doubtsAbout, NOT_SHOWN, verifyReceipt } from '../dist/npm/verify.js';
import { readText } from './read-text.mjs';

const MAX_BYTES = 5_000_000;

function parse(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

const listed = (title, lines) =>
  lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : [];

/** What was found by a check without a fault. */
const wordsOf = (checked, doubts) => [
  'No fault found. This was checked, and holds:',
  ...checked.map((line) => `  ${line}`),
  ...listed(
    'Mind:',
    doubts.map(({ path, words }) => `${path}: ${words}`),
  ),
  ...listed('No check of a receipt shows:', NOT_SHOWN),
];

/** Resolves to the faults, and to what to say where there are none. */
export async function verify(file) {
  const text = await readText(file, MAX_BYTES);
  const receipt = parse(file, text);
  // As text: once it is parsed, nothing tells of a member that stood there twice.
  const faults = await verifyReceipt(text);
  const words = faults.length > 0 ? [] : wordsOf(faults.checked, doubtsAbout(receipt));
  return { faults, words };
}
