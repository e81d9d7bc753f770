// What stands in the database is read strictly: what has not our form is said to be there, and breaks nothing.
import { describe, expect, it } from 'vitest';
import { readAnswer, readMessage } from './readable.ts';

const MESSAGE = { sentAt: 1, to: '/v1/logs', body: '', outcome: 'sent', eventId: 'a' };
const ANSWER = {
  decidedAt: 1,
  expiresAt: 2,
  recordId: 'a',
  source: 'custom',
  purposes: {},
  services: {},
};

/** A body with these attributes. */
const bodyOf = (...attributes: unknown[]): string =>
  JSON.stringify({
    resourceLogs: [{ scopeLogs: [{ logRecords: [{ eventName: 's9.page_view', attributes }] }] }],
  });

describe('L-27 F-11 a message', () => {
  it('is read with what it says', () => {
    const body = bodyOf({ key: 'url.path', value: { stringValue: '/boots' } });
    expect(readMessage({ ...MESSAGE, body })).toEqual({
      ...MESSAGE,
      body,
      said: [{ name: 's9.page_view', attributes: [['url.path', '/boots']] }],
    });
  });

  it('is read with numbers too, and with yes and no', () => {
    const body = bodyOf(
      { key: 'a', value: { doubleValue: 2.5 } },
      { key: 'b', value: { intValue: '3' } },
      { key: 'c', value: { boolValue: false } },
    );
    expect(readMessage({ ...MESSAGE, body })?.said[0]?.attributes).toEqual([
      ['a', '2.5'],
      ['b', '3'],
      ['c', 'false'],
    ]);
  });

  it('of an earlier version has neither outcome nor event', () => {
    const { outcome: _outcome, eventId: _eventId, ...earlier } = MESSAGE;
    expect(readMessage(earlier)).toEqual({ ...earlier, said: [] });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'sent'],
    ['a time that is a text', { ...MESSAGE, sentAt: 'noon' }],
    ['a time beyond all dates', { ...MESSAGE, sentAt: 1e300 }],
    ['an address that is a number', { ...MESSAGE, to: 7 }],
    ['no body', { ...MESSAGE, body: undefined }],
    ['an outcome that is a number', { ...MESSAGE, outcome: 7 }],
  ])('that is or has %s is unreadable', (_what, value) => {
    expect(readMessage(value)).toBeNull();
  });

  it.each([
    'not json',
    'null',
    '{"resourceLogs":7}',
    '{"resourceLogs":[{"scopeLogs":[{"logRecords":[null,7,{"eventName":7}]}]}]}',
    bodyOf(null, 7, {}, { key: 7, value: {} }, { key: 'a' }, { key: 'b', value: null }),
    bodyOf({ key: 'deep', value: [[[7]]] }, { key: 'deep', value: { kvlistValue: {} } }),
  ])('is read whatever its body says: %s', (body) => {
    const said = readMessage({ ...MESSAGE, body })?.said ?? [{ attributes: [['?', '?']] }];
    expect(said.flatMap(({ attributes }) => attributes)).toEqual([]);
  });
});

describe('L-27 F-11 an answer', () => {
  it('is read', () => {
    expect(readAnswer(ANSWER)).toBe(ANSWER);
    const folded = { folded: 3, from: 1, until: 2, hash: null };
    expect(readAnswer(folded)).toBe(folded);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [[[7]]]],
    ['a time beyond all dates', { ...ANSWER, decidedAt: 1e300 }],
    ['an end beyond all dates', { ...ANSWER, expiresAt: 1e300 }],
    ['a number that is a list', { ...ANSWER, recordId: [[7]] }],
    ['a source that is a list', { ...ANSWER, source: ['custom'] }],
    ['purposes that are a text', { ...ANSWER, purposes: 'all' }],
    ['services that are missing', { ...ANSWER, services: undefined }],
    ['a fold without an end', { folded: 3, from: 1 }],
    ['a fold beyond all dates', { folded: 3, from: 1, until: 1e300 }],
  ])('that is or has %s is unreadable', (_what, value) => {
    expect(readAnswer(value)).toBeNull();
  });
});
