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

/** What else the widget hands out: true of nothing that is a receipt, so each would be faults alone. */
const OTHERS = [
  [
    ({ consentReceiptID }) => consentReceiptID,
    'a receipt in the form of Kantara, which has no signature',
  ],
  [({ records, ledger }) => records && ledger, '“Download all”, or export()'],
];

function refuseOthers(file, json) {
  const [, name] = OTHERS.find(([isIt]) => isIt(json ?? {})) ?? [];
  if (!name) return;
  throw new Error(
    `${file} is ${name}: expected the receipt of “Download receipt”, or of consent.receipt()`,
  );
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
  refuseOthers(file, receipt);
  // As text: once it is parsed, nothing tells of a member that stood there twice.
  const faults = await verifyReceipt(text);
  const words = faults.length > 0 ? [] : wordsOf(faults.checked, doubtsAbout(receipt));
  return { faults, words };
}
