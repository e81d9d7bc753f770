// What the widget sends is OTLP by OpenTelemetry's own schema, which says so where it is not.
import { expect, it } from 'vitest';
import { otlpBody } from '../../src/browser/telemetry/otlp.ts';
import { answerOf, fakeCrypto, NOON_MS } from '../../src/core/choice/fakes.ts';
import { historyOf } from '../../src/core/receipt/fakes.ts';
import { choiceEvent } from '../../src/core/telemetry/choice-event.ts';
import { eraseEvent } from '../../src/core/telemetry/erase-event.ts';
import type { TelemetryEvent } from '../../src/core/telemetry/events.ts';
import { faultOfLogs } from './official-schema.ts';

const BUILD = '1.0.0+abcdef';
const bodyOf = (...events: TelemetryEvent[]): string => otlpBody(events, BUILD, NOON_MS);

const event = (name: TelemetryEvent['name'], says: TelemetryEvent['attributes']) => ({
  id: 'id',
  name,
  occurredAt: NOON_MS,
  attributes: { ...says, 's9.event.id': 'id' },
});
const VIEW = bodyOf(event('s9.page_view', { 'url.path': '/ü"\u2028' }));
const LEAVE = event('s9.page_leave', { 's9.visible_seconds': 12.5, 's9.engaged_seconds': 3 });

it('S-12 is a page view, what follows it, an erasure and the proof of a choice', async () => {
  const [record] = await historyOf(fakeCrypto(), [answerOf(['film'])]);
  if (!record) throw new Error('no record');
  const proof = choiceEvent(record);
  const erasure = eraseEvent('record', 'id', NOON_MS);
  for (const body of [VIEW, bodyOf(LEAVE, LEAVE), bodyOf(proof), bodyOf(erasure)]) {
    expect(faultOfLogs(body)).toBeNull();
  }
});

const record = (change: string) => VIEW.replace('"severityNumber":9', change);
const value = (change: string) => VIEW.replace('{"stringValue":"id"}', change);

it.each<[string, string, string]>([
  ['no JSON', '{', 'SyntaxError'],
  ['a member nobody knows', record('"severityNumber":9,"path":"/"'), 'path'],
  ['an older name', VIEW.replace('scopeLogs', 'instrumentationLibraryLogs'), 'instrumentation'],
  ['names as in a .proto', VIEW.replace('logRecords', 'log_records'), 'log_records'],
  ['a severity by name', record('"severityNumber":"SEVERITY_NUMBER_INFO"'), 'severityNumber'],
  ['a severity that is none', record('"severityNumber":9.5'), 'severityNumber'],
  [
    'a time as a number',
    VIEW.replace(/"timeUnixNano":"(\d+)"/, '"timeUnixNano":$1'),
    'timeUnixNano',
  ],
  ['a time that is too large', VIEW.replace(/"timeUnixNano":"\d/, '$&99'), 'timeUnixNano'],
  ['a value without a type', value('"id"'), 'value'],
  ['a value of two types', value('{"stringValue":"a","boolValue":true}'), 'value'],
  ['a number as a text', value('{"doubleValue":"1.5"}'), 'doubleValue'],
  ['a whole number as a number', value('{"intValue":3}'), 'intValue'],
  ['a whole number that is none', value('{"intValue":"3.5"}'), 'intValue'],
  ['a text that is a number', value('{"stringValue":3}'), 'stringValue'],
  ['a truth as a text', value('{"boolValue":"true"}'), 'boolValue'],
  ['attributes as an object', VIEW.replace('"attributes":[]', '"attributes":{}'), 'attributes'],
  ['a key that is a number', VIEW.replace('"key":"url.path"', '"key":7'), 'key'],
  ['logs without a resource around', VIEW.replace('{"resourceLogs":', '{"logs":'), 'logs'],
])('finds %s', (_what, body, where) => {
  expect(body).not.toBe(VIEW);
  expect(faultOfLogs(body)).toContain(where);
});

it.each([
  ['{"intValue":"-9007199254740993"}'],
  ['{"intValue":"9223372036854775807"}'],
  ['{"doubleValue":12.25}'],
  ['{"doubleValue":12}'],
  ['{"boolValue":false}'],
  ['{"arrayValue":{"values":[{"stringValue":"a"}]}}'],
])('reads %s', (change) => {
  expect(faultOfLogs(value(change))).toBeNull();
});
