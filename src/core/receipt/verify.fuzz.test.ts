// Whatever is done to a receipt, its check comes to an end and calls it whole only where nothing was done (F-44).
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSigned, makeKeyPair, signerOf, thumbprint } from '../../browser/crypto/signature.ts';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { deliveredOf, eventfulHistoryOf, historyOf, QUOTED, RECEIPT_ID } from './fakes.ts';
import { jcs } from './jcs.ts';
import { type Receipt, toReceipt } from './receipt.ts';
import { signReceipt } from './signed.ts';
import { verifyReceipt } from './verify.ts';

const RUNS = Number(process.env['S9_FUZZ'] ?? 300);

const crypto = { digest: webCrypto.digest, isSigned, thumbprint };
const here = await signerOf(await makeKeyPair());
const elsewhere = await signerOf(await makeKeyPair());

const records = await eventfulHistoryOf(webCrypto);
const createdAt = (records.at(-1)?.decidedAt ?? 0) + 1;
const source = { receiptId: RECEIPT_ID, createdAt, quoted: QUOTED };
const RECEIPTS = [
  await signReceipt(toReceipt({ ...source, records, delivered: deliveredOf(records) }), here),
  await signReceipt(
    toReceipt({ ...source, records: (await historyOf(webCrypto)).slice(0, 1), quoted: {} }),
    here,
  ),
];

type Tree = { [member: string]: unknown };

const copyOf = (receipt: Receipt): Tree => JSON.parse(JSON.stringify(receipt)) as Tree;

/** Every object and list in a value, the value included. */
function nodesIn(value: unknown): Tree[] {
  if (!value || typeof value !== 'object') return [];
  return [value as Tree, ...Object.values(value).flatMap(nodesIn)];
}

/** One place in one of the receipts, by numbers. */
const place = fc.record({
  receipt: fc.constantFrom(...RECEIPTS),
  node: fc.nat(),
  member: fc.nat(),
});
const value = fc.jsonValue({ maxDepth: 3 });

/** The object or list at a place, and the name of one of its members. */
function at(receipt: Tree, { node, member }: { node: number; member: number }) {
  const nodes = nodesIn(receipt).filter((each) => Object.keys(each).length > 0);
  const found = nodes[node % nodes.length] as Tree;
  const names = Object.keys(found);
  return { found, name: names[member % names.length] as string };
}

const kindOf = (said: unknown) =>
  Array.isArray(said) ? 'list' : said === null ? 'null' : typeof said;

it('all of them are whole before anything is done', async () => {
  for (const receipt of RECEIPTS) expect(await verifyReceipt(receipt, crypto)).toEqual([]);
});

it('F-44 whatever it is given, it names what is wrong and throws nothing', async () => {
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true }),
    fc.json(),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (given) => {
      expect((await verifyReceipt(given, crypto)).length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
});

it('F-44 a value put in another’s place, or taken out, is found', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.option(value), async (where, other) => {
      const receipt = copyOf(where.receipt);
      const { found, name } = at(receipt, where);
      if (other === null) delete found[name];
      else found[name] = other;
      const isSame = jcs(receipt) === jcs(where.receipt);
      expect((await verifyReceipt(receipt, crypto)).length === 0).toBe(isSame);
    }),
    { numRuns: RUNS },
  );
});

it('F-44 a member that we never write is found, whoever signed it', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.string(), value, async (where, added, said) => {
      const { proof: _proof, ...receipt } = copyOf(where.receipt);
      const { found } = at(receipt, where);
      fc.pre(!Array.isArray(found) && !Object.hasOwn(found, added));
      Object.defineProperty(found, added, { value: said, enumerable: true });
      const signed = await signReceipt(receipt as unknown as Receipt, elsewhere);
      expect((await verifyReceipt(signed, crypto)).length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
});

it('F-44 a value of another kind is found, whoever signed it', async () => {
  await fc.assert(
    fc.asyncProperty(place, value, async (where, other) => {
      const { proof: _proof, ...receipt } = copyOf(where.receipt);
      const { found, name } = at(receipt, where);
      fc.pre(kindOf(found[name]) !== kindOf(other));
      found[name] = other;
      const signed = await signReceipt(receipt as unknown as Receipt, elsewhere);
      expect((await verifyReceipt(signed, crypto)).length).toBeGreaterThan(0);
    }),
    { numRuns: RUNS },
  );
});

it('F-44 a text that was touched is whole only where it still says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...RECEIPTS),
      fc.nat(),
      fc.nat(4),
      fc.constantFrom('', '"', '{', '}', '[', ',', ':', '\\', ' ', '0', 'a', '\u0000', '\ud800'),
      async (original, start, length, put) => {
        const text = JSON.stringify(original);
        const from = start % text.length;
        const touched = text.slice(0, from) + put + text.slice(from + length);
        const verdict = await verifyReceipt(touched, crypto);
        if (verdict.length === 0) expect(jcs(JSON.parse(touched))).toBe(jcs(original));
      },
    ),
    { numRuns: RUNS },
  );
});
