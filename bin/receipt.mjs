// `social9-consent verify`: whether a consent receipt is whole, unbroken and signed.
import { doubtsAbout, verifyReceipt } from '../dist/verify.js';
import { readText } from './read-text.mjs';

function readReceipt(file) {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

/** Resolves to the faults, and to what to say where there are none. */
export async function verify(file) {
  const receipt = readReceipt(file);
  const faults = await verifyReceipt(receipt);
  const doubts = faults.length > 0 ? [] : doubtsAbout(receipt);
  return {
    faults,
    verdict: ['valid', ...doubts.map(({ path, words }) => `  ${path}: ${words}`)].join('\n'),
  };
}
