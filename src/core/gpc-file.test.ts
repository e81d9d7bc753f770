import { describe, expect, it } from 'vitest';
import { checkGpcFile } from './gpc-file.ts';

const DAY = '2026-11-22';
const file = (members: object) => JSON.stringify({ gpc: true, lastUpdate: DAY, ...members });
const paths = (text: string, type?: string) =>
  checkGpcFile(text, type).faults.map(({ path }) => path);

describe('S-01 is valid', () => {
  it.each([
    ['yes', true, file({})],
    ['no', false, file({ gpc: false })],
    ['yes, with members that mean nothing', true, file({ version: 1, GPC: false })],
    ['yes, over several lines', true, '\n{ "gpc": true,\n"lastUpdate": "2026-11-22" }\n'],
  ])('that says %s', (_what, gpc, text) => {
    expect(checkGpcFile(text, 'application/json')).toEqual({ faults: [], gpc });
  });

  it.each([
    DAY,
    '2028-02-29',
    '1997-03-10',
    '0001-01-01',
    '2026-11-22T10:00:00Z',
    '2026-11-22t10:00:00.123z',
    '2026-11-22T23:59:60Z',
    '2026-11-22T10:00:00+05:30',
    '2026-11-22T10:00:00-00:00',
  ])('of %s', (lastUpdate) => {
    expect(paths(file({ lastUpdate }))).toEqual([]);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;x=y'])(
    'as %s',
    (type) => expect(paths(file({}), type)).toEqual([]),
  );
});

describe('S-01 is not valid', () => {
  it.each([
    ...['true', 1, 'yes', null, undefined, {}].map((gpc) => ['gpc', file({ gpc })]),
    ...[
      '22.11.2026',
      '2026-11',
      '2026-1-1',
      '2026-02-30',
      '2027-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-11-22T10:00Z',
      '2026-11-22T10:00:00',
      '2026-11-22T24:00:00Z',
      '2026-11-22T10:60:00Z',
      '2026-11-22T10:00:61Z',
      '2026-11-22T10:00:00+24:00',
      '2026-11-22T10:00:00.Z',
      '2026-11-22T',
      ' 2026-11-22',
      '2026-11-22\n',
      'YYYY-MM-DD',
      1_795_305_600_000,
      null,
      undefined,
      [DAY],
    ].map((lastUpdate) => ['lastUpdate', file({ lastUpdate })]),
    ...['', '{', '<!doctype html>', '\ufeff{}', "{'gpc': true}"].map((text) => ['', text]),
    ...['null', '[]', '"true"', 'true', '[{"gpc":true}]'].map((text) => ['', text]),
  ])('in %j: %s', (path, text) => {
    expect(paths(text ?? '')).toEqual([path]);
  });

  it.each(['', 'text/html', 'text/plain', 'application/gpc+json', 'application/jsonp', 'json'])(
    'as %j',
    (type) => expect(paths(file({}), type)).toEqual(['content-type']),
  );

  it('says everything at once, each with what was expected', () => {
    expect(checkGpcFile('{"gpc":"true"}', 'text/html; charset=utf-8')).toEqual({
      gpc: null,
      faults: [
        { path: 'content-type', expected: 'application/json, not text/html; charset=utf-8' },
        { path: 'gpc', expected: 'true or false' },
        { path: 'lastUpdate', expected: expect.stringContaining('2026-11-22T10:00:00Z') as string },
      ],
    });
  });

  it('says what is wrong with the JSON', () => {
    expect(checkGpcFile('{ "gpc": true, }').faults[0]?.expected).toMatch(/^JSON \(.+\)$/);
    expect(checkGpcFile('\u001b[31m\n').faults[0]?.expected).toMatch(/^JSON \([ -~]+\)$/);
  });
});
