// `social9-consent verify`: whether a consent receipt is whole, unbroken and signed.
import { verifyReceipt } from '../dist/verify.js';
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
export const verify = async (file) => ({
  faults: await verifyReceipt(readReceipt(file)),
  verdict: 'valid',
});
