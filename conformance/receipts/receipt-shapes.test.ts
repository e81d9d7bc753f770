// Receipts keep the shapes in docs/receipt, and the shapes name whatever is wrong with one.
import { expect, test } from 'vitest';
import type { ChoiceSource } from '../../src/core/choice/choice.ts';
import { statusNow, statusOf } from '../../src/core/receipt/consent-status.ts';
import { type Damage, damaged } from './damaged/damage.ts';
import { OF_PARTIES } from './damaged/parties.ts';
import { OF_PROCESS } from './damaged/process.ts';
import { OF_RECEIPT } from './damaged/receipt.ts';
import { OF_RECORD } from './damaged/record.ts';
import { RECEIPTS } from './made-receipts.ts';
import { shapes, violationsIn } from './receipt-rdf.ts';

const SH = 'http://www.w3.org/ns/shacl#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** A busy machine takes seconds for the large ones. */
const SLOW = { timeout: 120_000 };

const shaped = (predicate: string) => shapes.filter((quad) => quad.predicate.value === predicate);

test.for(RECEIPTS)('S-07 L-26 a receipt keeps the shapes: %s', SLOW, async ([, receipt]) => {
  expect(await violationsIn(receipt)).toEqual([]);
});

const notices = async ([, place, value, ...said]: Damage) =>
  expect(await violationsIn(damaged(place, value))).toEqual(said.toSorted());

test.for(OF_RECEIPT)('S-07 the shapes notice in a receipt: %s', SLOW, notices);
test.for(OF_RECORD)('S-07 the shapes notice in a record: %s', SLOW, notices);
test.for(OF_PARTIES)('S-07 the shapes notice of notice and parties: %s', SLOW, notices);
test.for(OF_PROCESS)('S-07 the shapes notice in a process: %s', SLOW, notices);

test('S-07 every message of the shapes is earned by a damaged receipt', () => {
  const messages = shaped(`${SH}message`).map(({ object }) => object.value);
  const said = [...OF_RECEIPT, ...OF_RECORD, ...OF_PARTIES, ...OF_PROCESS].flatMap(
    ([, , , ...lines]) => lines.map((line) => line.replace(/^\w+:\w+: /, '')),
  );
  expect(new Set(said)).toEqual(new Set(messages));
});

test('S-07 every property that is asked something has a message', () => {
  const asked = shaped(`${SH}property`)
    .filter(({ subject }) => subject.termType === 'NamedNode')
    .map(({ object }) => shapes.filter(({ subject }) => subject.equals(object)))
    .filter((property) => property.some(({ predicate }) => !/#(path|type)$/.test(predicate.value)));
  expect(asked.length).toBeGreaterThan(40);
  const speechless = asked.filter((property) =>
    property.every(({ predicate }) => predicate.value !== `${SH}message`),
  );
  expect(speechless).toEqual([]);
});

/** The nodes of a list in the shapes. */
function listAt(node: string): string[] {
  const next = (name: string) => shaped(RDF + name).find(({ subject }) => subject.value === node);
  const [first, rest] = [next('first')?.object.value, next('rest')?.object.value];
  return first && rest ? [first, ...listAt(rest)] : [];
}

test('S-07 the shapes know exactly the statuses that the code can say', () => {
  const sources: ChoiceSource[] = ['custom', 'signal', 'expired'];
  const said = [true, false].flatMap((isGranted) =>
    [true, false].flatMap((wasGranted) =>
      sources.map((source) => statusOf(isGranted, wasGranted, source)),
    ),
  );
  const all = [...said, ...said.map((status) => statusNow(status, true))];
  const list = shaped(`${SH}in`).find(({ subject }) => subject.value.endsWith('#Status'));
  expect(listAt(list?.object.value ?? '').toSorted()).toEqual(
    [...new Set(all)].map((status) => status.replace('dpv:', 'https://w3id.org/dpv#')).toSorted(),
  );
});
