// No member of a receipt is missing, there twice or of another kind without the shapes' notice.
import { expect, test } from 'vitest';
import { SMALL } from './made-receipts.ts';
import { propertiesIn } from './receipt-rdf.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  !!value && typeof value === 'object' && !Array.isArray(value);

/** What RDF takes as a whole; and the proof, of which the type says what belongs to it. */
const WHOLE = /^(@.*|s9:stored|proof)$/;

/** The small receipt with every single member spoilt, and which those were. */
function spoilt(spoil: (value: unknown, key: string, node: Node) => unknown) {
  const keys: string[] = [];
  const copyOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copyOf);
    if (!isNode(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(value)) {
      const before = WHOLE.test(key) ? member : copyOf(member);
      const after = WHOLE.test(key) || Array.isArray(member) ? before : spoil(before, key, value);
      if (after !== before) keys.push(key);
      if (after !== undefined) copy[key] = after;
    }
    return copy;
  };
  return { receipt: copyOf(SMALL) as object, keys: keys.toSorted() };
}

const SLOW = { timeout: 120_000 };

/** Words, which the policy of today may lack, and hashes, which plain http does. */
const OPTIONAL = /^(dct:title|dct:description|s9:jurisdiction|s9:\w+Hash)$/;

test('S-07 what is missing is noticed, wherever it is', SLOW, async () => {
  const { receipt, keys } = spoilt((value, key, node) => {
    // Without these, the node as a whole is wrong, and not one property of it.
    const isOfWhole =
      node['@type'] === 'dpv:Process'
        ? key === 'dpv:hasConsentStatus'
        : /Storage/.test(String(node['@type']));
    return isNode(value) || isOfWhole || OPTIONAL.test(key) ? value : undefined;
  });
  expect(keys.length).toBeGreaterThan(50);
  expect(await propertiesIn(receipt)).toEqual(keys);
});

const SWAPS = [
  ['-eu-gdpr', ''],
  ['ConsentGiven', 'ConsentRefused'],
  ['ConsentRefused', 'ConsentGiven'],
  ['RemoteLocation', 'WithinDevice'],
  ['WithinDevice', 'RemoteLocation'],
] as const;

/** A text of the same kind, so that nothing is wrong with it but that there is one already. */
function another(text: string): string {
  const [from, to] = SWAPS.find(([each]) => text.includes(each)) ?? [];
  if (from !== undefined && to !== undefined) return text.replace(from, to);
  const next = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return next === text ? `${text}x` : next;
}

test('S-07 what is there twice is noticed, wherever it is', SLOW, async () => {
  const { receipt, keys } = spoilt((value) =>
    isNode(value) ? value : [value, another(String(value))],
  );
  expect(keys.length).toBeGreaterThan(70);
  expect(await propertiesIn(receipt)).toEqual(keys);
});

test('S-07 two nodes for one are noticed', SLOW, async () => {
  const { receipt, keys } = spoilt((value) => (isNode(value) ? [value, value] : value));
  expect(keys.length).toBeGreaterThan(5);
  expect(await propertiesIn(receipt)).toEqual(keys);
});

test('S-07 a number for a text or an address is noticed, wherever it is', SLOW, async () => {
  // Each its own, as the validator looks no more than fifty times at one value.
  let number = 0;
  const { receipt, keys } = spoilt((value) => (isNode(value) ? value : number++));
  expect(keys.length).toBeGreaterThan(70);
  expect(await propertiesIn(receipt)).toEqual(keys);
});

test('S-07 a text for a node is noticed, wherever it is', SLOW, async () => {
  const { receipt, keys } = spoilt((value) => (isNode(value) ? 'text' : value));
  expect(keys.length).toBeGreaterThan(5);
  expect(await propertiesIn(receipt)).toEqual(expect.arrayContaining(keys));
});
