// The receiver says exactly what is wrong with a message, and where.
import { describe, expect, it } from 'vitest';
import { readLogs } from './read.ts';

const attribute = (key: string, value: unknown) => ({ key, value });
const idOf = (id: string) => attribute('s9.event.id', { stringValue: id });

const record = (members: object = {}) => ({
  timeUnixNano: '1795392000000000000',
  observedTimeUnixNano: '1795392000000000000',
  severityNumber: 9,
  eventName: 's9.page_view',
  attributes: [attribute('url.path', { stringValue: '/' }), idOf('e1')],
  ...members,
});

const logs = (...records: unknown[]) => ({
  resourceLogs: [{ resource: { attributes: [] }, scopeLogs: [{ logRecords: records }] }],
});

const read = (value: unknown) => readLogs(JSON.stringify(value));
const errorOf = (value: unknown) => {
  const reading = read(value);
  return reading.ok ? 'accepted' : reading.error;
};

const RECORD = 'resourceLogs[0].scopeLogs[0].logRecords[0]';
const VALUE = `${RECORD}.attributes[0].value`;
const withValue = (value: unknown) => logs(record({ attributes: [attribute('a', value)] }));
const nested = (levels: number): unknown =>
  levels === 0 ? { stringValue: 'x' } : { arrayValue: { values: [nested(levels - 1)] } };

describe('a message that is well', () => {
  it('gives its events in order', () => {
    const reading = read(logs(record(), record({ eventName: 's9.page_leave', attributes: [] })));
    const times = { timeMs: 1795392000000, observedMs: 1795392000000 };
    expect(reading).toEqual({
      ok: true,
      events: [
        {
          path: RECORD,
          name: 's9.page_view',
          id: 'e1',
          ...times,
          attributes: { 'url.path': '/', 's9.event.id': 'e1' },
        },
        {
          path: RECORD.replace('logRecords[0]', 'logRecords[1]'),
          name: 's9.page_leave',
          id: undefined,
          ...times,
          attributes: {},
        },
      ],
    });
  });

  it('may have any kind of value', () => {
    const reading = read(
      logs(
        record({
          attributes: [
            attribute('b', { boolValue: false }),
            attribute('i', { intValue: '-9223372036854775808' }),
            attribute('d', { doubleValue: 0.5 }),
            attribute('y', { bytesValue: 'aGk=' }),
            attribute('a', { arrayValue: { values: [{ stringValue: 'x' }] } }),
            attribute('k', { kvlistValue: { values: [attribute('in', { intValue: '1' })] } }),
            attribute('empty', { arrayValue: {} }),
          ],
        }),
      ),
    );
    expect(reading.ok && reading.events[0]?.attributes).toEqual({
      b: false,
      i: -9223372036854775808n,
      d: 0.5,
      y: 'aGk=',
      a: ['x'],
      k: { in: 1 },
      empty: [],
    });
  });

  it('may have fields nobody knows, and lack those that may be absent', () => {
    expect(read({ resourceLogs: [{ scopeLogs: [{ logRecords: [{ novelty: 1 }] }] }] }).ok).toBe(
      true,
    );
    expect(read({ resourceLogs: [], extra: true })).toEqual({ ok: true, events: [] });
  });

  it('keeps an attribute called __proto__ as data', () => {
    const reading = readLogs(
      JSON.stringify(logs(record({ attributes: [attribute('__proto__', { stringValue: 'x' })] }))),
    );
    expect(reading.ok && Object.keys(reading.events[0]?.attributes ?? {})).toEqual(['__proto__']);
  });
});

describe('a message that is not', () => {
  it.each([
    ['', 'body: expected JSON'],
    ['{', 'body: expected JSON'],
    ['[]', 'body: expected an object'],
    ['null', 'body: expected an object'],
    ['{}', 'resourceLogs: expected an array'],
    ['{"resourceLogs":[],"resourceLogs":[]}', 'resourceLogs: expected a member named once'],
    ['\ufeff{"resourceLogs":[]}', 'body: expected JSON'],
    [
      `{"resourceLogs":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
      /expected at most 32 levels$/,
    ],
    ['{"resource_logs":[]}', 'resourceLogs: expected an array'],
    ['{"resourceLogs":[7]}', 'resourceLogs[0]: expected an object'],
    ['{"resourceLogs":[{}]}', 'resourceLogs[0].scopeLogs: expected an array'],
    [
      '{"resourceLogs":[{"scopeLogs":[{"scope":{"name":1},"logRecords":[]}]}]}',
      'resourceLogs[0].scopeLogs[0].scope.name: expected a string',
    ],
    [
      '{"resourceLogs":[{"scopeLogs":[{"log_records":[]}]}]}',
      'resourceLogs[0].scopeLogs[0].logRecords: expected an array',
    ],
  ])('%#', (body, error) => {
    const reading = readLogs(body);
    expect(reading.ok ? 'accepted' : reading.error).toMatch(error);
  });

  it.each([
    [{ severityNumber: 'INFO' }, 'severityNumber: expected an integer from 0 to 24'],
    [{ severityNumber: 9.5 }, 'severityNumber: expected an integer from 0 to 24'],
    [{ severityNumber: 25 }, 'severityNumber: expected an integer from 0 to 24'],
    [
      { timeUnixNano: 1795392000000 },
      'timeUnixNano: expected nanoseconds since 1970 as a decimal string',
    ],
    [
      { observedTimeUnixNano: '18446744073709551616' },
      'observedTimeUnixNano: expected nanoseconds since 1970 as a decimal string',
    ],
    [{ timeUnixNano: '-1' }, 'timeUnixNano: expected nanoseconds since 1970 as a decimal string'],
    [{ eventName: 'x'.repeat(257) }, 'eventName: expected at most 256 characters'],
    [{ eventName: 5 }, 'eventName: expected a string'],
    [{ attributes: {} }, 'attributes: expected an array'],
    [{ attributes: [{ value: { stringValue: '' } }] }, 'attributes[0].key: expected a string'],
    [{ attributes: [idOf('a'), attribute('', {})] }, 'attributes[1].key: expected a name'],
    [
      { attributes: [idOf('a'), idOf('b')] },
      'attributes[1].key: expected a key used once, and "s9.event.id" is there',
    ],
    [{ body: { stringValue: 1 } }, 'body.stringValue: expected a string'],
  ])('%j', (members, error) => {
    expect(errorOf(logs(record(members)))).toBe(`${RECORD}.${error}`);
  });

  const one =
    'exactly one of stringValue, boolValue, intValue, doubleValue, bytesValue, arrayValue, kvlistValue';
  it.each([
    [{}, `: expected ${one}`],
    [{ string_value: 'x' }, `: expected ${one}`],
    [{ stringValue: 'x', boolValue: true }, `: expected ${one}`],
    ['x', ': expected an object'],
    [{ intValue: 4 }, '.intValue: expected a 64-bit integer as a decimal string'],
    [
      { intValue: '9223372036854775808' },
      '.intValue: expected a 64-bit integer as a decimal string',
    ],
    [{ boolValue: 'true' }, '.boolValue: expected a boolean'],
    [{ doubleValue: '1' }, '.doubleValue: expected a number'],
    [{ doubleValue: 'nan' }, '.doubleValue: expected a number'],
    [{ bytesValue: '~' }, '.bytesValue: expected base64'],
    [{ arrayValue: { values: [{}] } }, `.arrayValue.values[0]: expected ${one}`],
    [
      { kvlistValue: { values: [{ key: 'k', value: {} }] } },
      `.kvlistValue.values[0].value: expected ${one}`,
    ],
  ])('the value %j', (value, error) => {
    expect(errorOf(withValue(value))).toBe(`${VALUE}${error}`);
  });

  it('is not followed without end', () => {
    expect(errorOf(withValue(nested(5)))).toBe('accepted');
    expect(errorOf(withValue(nested(6)))).toMatch(/: expected at most 5 levels$/);
  });
});
