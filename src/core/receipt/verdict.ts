// What a check of a receipt found: each fault, or else what was checked, and by which key it is signed.
import type { ConsentRecord } from '../choice/choice.ts';
import type { Fault } from '../policy/shape.ts';
import { instant } from './record-node.ts';

/** Everything wrong with a receipt, each with its path and what was expected there; and what is not. */
export type Verdict = Fault[] & {
  /** What was checked and held, in words; empty where there is a fault. */
  readonly checked: readonly string[];
  /** Of the key whose signature holds (RFC 7638, SHA-256 in base64url); `null` where none does. */
  readonly thumbprint: string | null;
};

/** What no check of a receipt can show, in words. */
export const NOT_SHOWN: readonly string[] = [
  'who pressed: any script of the site could have had it made',
  'whose key that is: compare its thumbprint with another receipt of the same browser',
  'whether names, reasons, rights, contacts and addresses are the site’s own: the signature alone covers them',
  'whether the receiver has the records, or there is a newer one: ask the controller',
];

const count = (length: number, noun: string): string =>
  `${length} ${noun}${length === 1 ? '' : 's'}`;

function wordsOf(records: readonly ConsentRecord[], thumbprint: string): string[] {
  const [first, last] = [records[0], records.at(-1)] as [ConsentRecord, ConsentRecord];
  const policies = new Set(records.map(({ policyHash }) => policyHash));
  return [
    `records: ${count(records.length, 'record')} of ${first.origin}, each whole, with the hash of itself`,
    `chain: nothing missing from ${instant(first.decidedAt)} to ${instant(last.decidedAt)}`,
    `policy: what was asked has the hash ${[...policies].join(', ')}`,
    'statements: made again from the records, the words from their first place; the same everywhere',
    `signature: ES256, by the key with the thumbprint ${thumbprint}`,
  ];
}

export function verdictOf(
  faults: Fault[],
  found?: { readonly records: readonly ConsentRecord[] },
  thumbprint: string | null = null,
): Verdict {
  const isWhole = faults.length === 0 && found && thumbprint !== null;
  // Not enumerable: to whoever compares or writes it, it is a list of faults.
  return Object.defineProperties(faults, {
    checked: { value: isWhole ? wordsOf(found.records, thumbprint) : [] },
    thumbprint: { value: thumbprint },
  }) as Verdict;
}
