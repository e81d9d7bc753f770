// Anything can stand in the site's own database (F-11): whatever reads it comes to an end, and grants nothing by it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { webCrypto } from '../../browser/crypto/web-crypto.ts';
import { grantsOf, recordInForce } from '../choice/choice.ts';
import { NOON_MS, POLICY } from '../choice/fakes.ts';
import { fold } from '../choice/fold.ts';
import { isOwnRecord } from '../choice/own-record.ts';
import { canonical } from '../policy/canonical.ts';
import { historyOf, QUOTED, RECEIPT_ID } from '../receipt/fakes.ts';
import { toReceipt } from '../receipt/receipt.ts';
import { isFolded, isRecord } from '../receipt/record-shape.ts';
import { choiceEventOf } from '../telemetry/choice-event.ts';
import { asDeliveries, owedIn, withOwed } from '../telemetry/delivery.ts';
import { readAnswer, readMessage } from './readable.ts';

const RUNS = Number(process.env['S9_FUZZ'] ?? 300);

const records = await historyOf(webCrypto);
const FOLD = { folded: 3, from: 1, until: 2, hash: null };
const MESSAGE = {
  sentAt: NOON_MS,
  to: 'https://collector.example/v1/logs',
  body: '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"eventName":"s9.page_view","attributes":[]}]}]}]}',
  outcome: 'sent',
  eventId: 'a',
};

/** What has no canonical form is dropped before anything is folded or sealed. */
function isSealable(value: unknown): boolean {
  try {
    return canonical([value, value]) !== '';
  } catch {
    return false;
  }
}

/** What IndexedDB can hold, and a little more. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withTypedArray: true,
});

/** An entry of ours, with something else in one or two of its places. */
const nearly = <T extends object>(entry: T) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...Object.keys(entry)), fc.oneof(anything, fc.constant(1e300))),
      {
        minLength: 1,
        maxLength: 2,
      },
    )
    .map((changes) => ({ ...entry, ...Object.fromEntries(changes) }) as unknown);

const entry = fc.oneof(
  anything,
  ...records.map(nearly),
  nearly(FOLD),
  fc.constantFrom<unknown>(...records, FOLD),
);

it('F-11 L-27 what is kept and what was sent can be shown, whatever it is', () => {
  const body = fc.oneof(fc.json(), fc.string());
  const message = fc.oneof(
    anything,
    nearly(MESSAGE),
    body.map((said) => ({ ...MESSAGE, body: said })),
  );
  fc.assert(
    fc.property(entry, message, (answer, sent) => {
      const shown = readAnswer(answer);
      if (shown && !('folded' in shown)) new Date(shown.decidedAt).toISOString();
      const said = readMessage(sent);
      if (!said) return;
      new Date(said.sentAt).toISOString();
      for (const { name, attributes } of said.said) {
        for (const text of [name, ...attributes.flat()]) expect(typeof text).toBe('string');
      }
    }),
    { numRuns: RUNS },
  );
});

it('F-11 L-27 a receipt can be had of whatever is whole among it', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (history) => {
      const whole = history.filter((each) => isRecord(each, '', []));
      const folded = isFolded(history[0], '', []) ? history[0] : undefined;
      const source = { folded, receiptId: RECEIPT_ID, createdAt: NOON_MS, quoted: QUOTED };
      expect(toReceipt({ ...source, records: whole })['dpv:hasRecordOfActivity']).toHaveLength(
        whole.length,
      );
    }),
    { numRuns: RUNS },
  );
});

it('F-11 F-44 whose it is can be asked, and what is owed of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 4 }), anything, async (history, deliveries) => {
      fold(history.filter(isSealable), 2);
      const owed = withOwed(deliveries, history, NOON_MS);
      expect(asDeliveries(owed).length).toBeLessThanOrEqual(owed.length);
      owedIn(deliveries, history, NOON_MS);
      for (const each of history) {
        const isOurs = await isOwnRecord(each, 'https://site.example', webCrypto);
        if (isOurs) expect(choiceEventOf(each as (typeof records)[number])).not.toBeNull();
        else expect(records).not.toContainEqual(each);
      }
    }),
    { numRuns: RUNS },
  );
});

it('F-11 L-11 nothing that is not whole grants more than a record of ours', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (history) => {
      const record = recordInForce(history, POLICY, 'https://site.example', NOON_MS);
      const { purposes } = grantsOf(record, POLICY, { gpc: false });
      expect(purposes['necessary']).toBe(true);
      if (!record) expect(Object.values(purposes).filter(Boolean)).toHaveLength(1);
    }),
    { numRuns: RUNS },
  );
});
