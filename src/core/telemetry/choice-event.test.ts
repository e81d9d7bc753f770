import { expect, it } from 'vitest';
import { answerOf, fakeCrypto, NOON_MS } from '../choice/fakes.ts';
import { historyOf } from '../receipt/fakes.ts';
import { choiceEvent, choiceEventOf } from './choice-event.ts';

it('L-25 L-26 tells a refusal as it tells a yes, and nothing of the visit', async () => {
  const [record] = await historyOf(fakeCrypto(), [answerOf(['film'])]);
  if (!record) throw new Error('no record');
  expect(choiceEvent({ ...record, textHash: null })).toEqual({
    id: record.recordId,
    name: 's9.choice',
    occurredAt: NOON_MS,
    attributes: {
      's9.event.id': record.recordId,
      's9.record.id': record.recordId,
      's9.record.hash': record.hash,
      's9.subject.id': record.subjectId,
      's9.policy.id': 'test',
      's9.policy.version': '2026-03-01',
      's9.policy.hash': record.policyHash,
      's9.language': 'en',
      's9.source': 'custom',
      's9.input': 'pointer',
      's9.signal.gpc': 'false',
      's9.decided_at': '2026-03-01T12:00:00.000Z',
      's9.expires_at': '2026-09-01T12:00:00.000Z',
      's9.purpose.necessary': 'granted',
      's9.purpose.analytics': 'denied',
      's9.purpose.social': 'denied',
      's9.service.film': 'granted',
      's9.service.pins': 'denied',
    },
  });
});

it('L-25 tells which words stood on screen, and the record it goes on from', async () => {
  const [first, second] = await historyOf(fakeCrypto(), [answerOf(['film']), answerOf([])]);
  if (!first || !second) throw new Error('no records');
  expect(
    choiceEvent({ ...second, textHash: 'words', previous: 'before' }).attributes,
  ).toMatchObject({ 's9.text.hash': 'words', 's9.record.previous': 'before' });
  expect(choiceEvent(second).attributes['s9.record.previous']).toBe(first.hash);
});

it('F-11 has none for what has not the form of a record, whoever put a hash on it', async () => {
  const [record] = await historyOf(fakeCrypto(), [answerOf(['film'])]);
  if (!record) throw new Error('no record');
  expect(choiceEventOf(record)).toEqual(choiceEvent(record));
  for (const change of [{ decidedAt: 1e300 }, { purposes: undefined }, { signals: null }]) {
    expect(choiceEventOf({ ...record, ...change } as typeof record)).toBeNull();
  }
});
