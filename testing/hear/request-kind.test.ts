import { describe, expect, it, test } from 'vitest';
import { type Recorded, requestOf } from '../fakes.ts';
import { kindOf } from './request-kind.ts';

const kind = (recorded: Omit<Recorded, 'url'>) =>
  kindOf(requestOf({ ...recorded, url: 'https://tracker.example/asked' }));

const FRAME = { url: '', isMain: false };
const ASIDE = { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'no-cors' };

/** As Firefox told them of the pages in e2e/testing-helper: many a request is a document there. */
test.each<[string, ReturnType<typeof kindOf>, Omit<Recorded, 'url'>]>([
  [
    'a WebSocket',
    'web-socket',
    { type: 'document', headers: { 'sec-websocket-version': '13', 'sec-fetch-dest': 'empty' } },
  ],
  [
    'an EventSource',
    'event-source',
    { type: 'document', headers: { accept: 'text/event-stream' } },
  ],
  ['a beacon', 'beacon', { type: 'document', method: 'POST', headers: ASIDE }],
  [
    'a prefetch',
    'prefetch',
    { type: 'document', headers: { ...ASIDE, 'sec-purpose': 'prefetch' } },
  ],
  [
    'an object, which the page itself asks for',
    'frame',
    { type: 'other', isNavigation: true, headers: { 'sec-fetch-dest': 'object' } },
  ],
  [
    'a form posted into a frame',
    'form',
    { type: 'document', method: 'POST', isNavigation: true, frame: FRAME },
  ],
  ['a script that a worker imports', 'script', { type: 'script' }],
  [
    'a report',
    'report',
    { type: 'other', method: 'POST', headers: { 'content-type': 'application/csp-report' } },
  ],
])('in Firefox, %s is a %s', (_title, expected, recorded) => {
  expect(kind(recorded)).toBe(expected);
});

describe('what headers tell apart', () => {
  it('reports of the Reporting API', () => {
    expect(kind({ headers: { 'content-type': 'application/reports+json' } })).toBe('report');
  });
  it('a prefetch by its older header', () => {
    expect(kind({ headers: { purpose: 'prefetch' } })).toBe('prefetch');
  });
  it('an embed', () => {
    expect(kind({ headers: { 'sec-fetch-dest': 'embed' } })).toBe('frame');
  });
  it('a POST without leave to read the answer from one by fetch()', () => {
    expect(kind({ type: 'fetch', method: 'POST', headers: ASIDE })).toBe('fetch');
  });
  it('a beacon from what is only fetched aside', () => {
    expect(kind({ type: 'image', headers: ASIDE })).toBe('image');
    const cors = { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' };
    expect(kind({ method: 'POST', headers: cors })).toBe('request');
  });
});

it('calls what is in no frame yet a frame, and no navigation of the page', () => {
  expect(kind({ type: 'document', isNavigation: true, frame: null })).toBe('frame');
});

it('calls what was redirected that before anything else', () => {
  const headers = { accept: 'text/event-stream' };
  expect(kind({ headers, redirectedFrom: 'https://shop.example/' })).toBe('redirect');
});

it('takes for a navigation what the engine says is one, not every document', () => {
  expect(kind({ type: 'other', isNavigation: true, frame: FRAME })).toBe('frame');
  expect(kind({ type: 'document' })).toBe('request');
});

it('calls what nobody knows a request', () => {
  expect(kind({ type: 'other' })).toBe('request');
  expect(kind({ type: 'a type to come' })).toBe('request');
});

test.each([
  ['websocket', 'web-socket'],
  ['eventsource', 'event-source'],
  ['prefetch', 'prefetch'],
  ['cspreport', 'report'],
  ['beacon', 'beacon'],
])('knows the type %s, which some engines tell', (type, expected) => {
  expect(kind({ type })).toBe(expected);
});
