// Every way in which a page can speak to others is a leak before a choice, and is named.
import { describe, expect, it, test } from 'vitest';
import type { Contact, ContactKind } from '../facts/fact.ts';
import {
  entriesIn,
  heard,
  lawOf,
  nearShop,
  type Recorded,
  SHOP,
  SILENCE,
  scanOf,
  TRACKER,
} from '../fakes.ts';
import { contactsIn } from '../hear/headers.ts';
import { contactsTold, type Told } from '../hear/told.ts';
import { standingIn } from '../look/standing.ts';
import { leaksIn } from './judge.ts';

/** A held frame is no contact before a choice: judge.test.ts has its story. */
type ContactKindTold = Exclude<ContactKind, 'undeclared'>;

/** What a Customer reads, and how the advice begins. */
const SAYS: Readonly<Record<ContactKindTold, readonly [what: string, advice: string]>> = {
  script: ['a script was fetched from tracker.example', 'hold it: mark the tag'],
  stylesheet: ['a style sheet was fetched from tracker.example', 'hold it: <link data-consent'],
  image: ['an image was fetched from tracker.example', 'hold it: add data-consent="…" and'],
  media: ['a film, sound or subtitle was fetched from tracker.example', 'hold it: add data-'],
  font: ['a font was fetched from tracker.example', 'serve the font from your own site'],
  frame: ['a frame was loaded from tracker.example', 'hold it: add data-consent="…" and write'],
  form: ['a form was posted into a frame at tracker.example', 'hold the script that does it'],
  fetch: ['a script called tracker.example (fetch or XMLHttpRequest)', 'hold the script that'],
  beacon: ['a beacon was sent to tracker.example', 'hold the script that does it'],
  ping: ['a link tells tracker.example when it is pressed (ping)', 'take the ping attribute out'],
  'web-socket': ['a WebSocket was opened to tracker.example', 'hold the script that does it'],
  'event-source': ['an EventSource was opened to tracker.example', 'hold the script that does it'],
  'web-transport': ['a WebTransport was opened to tracker.example', 'hold the script that'],
  'peer-connection': [
    'a peer connection (WebRTC) was made, which can tell the address of this device to tracker.example',
    'hold the script that does it',
  ],
  'shared-worker': [
    'a shared worker was started, and this browser does not show what it fetches',
    'check in Chromium, which shows it, or list the script in allow',
  ],
  prefetch: ['tracker.example was asked ahead of time (prefetch)', 'hold it: <link data-consent'],
  report: [
    'the browser reported to tracker.example what the page did (CSP, Reporting API)',
    'report to your own site',
  ],
  request: ['a request was made to tracker.example', 'hold the script that does it'],
  redirect: ['a request was redirected to tracker.example', 'hold what asks, or answer the'],
  navigation: ['the page went to tracker.example', 'open the page at its final address'],
  hint: ['a hint in the page makes the browser speak to tracker.example', 'hold it: <link data-'],
  speculation: ['speculation rules let the browser fetch from tracker.example', 'limit the rules'],
  template: [
    'an address of tracker.example stands live in a held template, where Firefox asks it before any choice',
    'hold it there too',
  ],
};

interface Row {
  readonly title: string;
  readonly kind: ContactKindTold;
  readonly by?: string;
  /** Of whoever is spoken to, where that is not the tracker. */
  readonly host?: string;
}

const told = new Set<ContactKindTold>();

function isNamed({ title, kind, by, host }: Row, contacts: readonly Contact[]): void {
  told.add(kind);
  it(title, () => {
    const [what, advice] = SAYS[kind];
    expect(leaksIn(entriesIn(SILENCE, ...contacts), lawOf())).toEqual([
      {
        kind,
        what: host ? what.replace('tracker.example', host) : what,
        url: contacts[0]?.url,
        host: host ?? 'tracker.example',
        by: by ?? null,
        when: 'before the choice',
        advice: expect.stringContaining(advice) as string,
      },
    ]);
  });
}

/** As Chromium told them of the pages in e2e/testing-helper. */
const CHROMIUM: readonly (Row & { readonly request: Omit<Recorded, 'url'> })[] = [
  { title: 'an image', kind: 'image', request: { type: 'image' } },
  {
    title: 'an image of a frame',
    kind: 'image',
    request: { type: 'image', frame: { url: `${TRACKER}/frame.html`, isMain: false } },
    by: 'the frame https://tracker.example/frame.html',
  },
  {
    title: 'an image of a frame without an address',
    kind: 'image',
    request: { type: 'image', frame: { url: 'about:srcdoc', isMain: false } },
    by: 'the frame about:srcdoc',
  },
  { title: 'a script', kind: 'script', request: { type: 'script' } },
  { title: 'a style sheet', kind: 'stylesheet', request: { type: 'stylesheet' } },
  { title: 'a font', kind: 'font', request: { type: 'font' } },
  { title: 'a film', kind: 'media', request: { type: 'media' } },
  { title: 'subtitles', kind: 'media', request: { type: 'texttrack' } },
  {
    title: 'a frame or an object, which has no address when it is asked for',
    kind: 'frame',
    request: { type: 'document', isNavigation: true, frame: { url: '', isMain: false } },
  },
  {
    title: 'a form posted into a frame',
    kind: 'form',
    request: {
      type: 'document',
      method: 'POST',
      isNavigation: true,
      frame: { url: 'about:blank', isMain: false },
    },
    by: 'the frame about:blank',
  },
  {
    title: 'a redirect, whatever was asked for',
    kind: 'redirect',
    request: { type: 'image', redirectedFrom: `${SHOP}own.svg` },
    by: 'a redirect from https://shop.example/own.svg',
  },
  {
    title: 'a page that goes elsewhere',
    kind: 'navigation',
    request: { type: 'document', isNavigation: true },
  },
  { title: 'fetch, of a page or its worker', kind: 'fetch', request: { type: 'fetch' } },
  { title: 'XMLHttpRequest', kind: 'fetch', request: { type: 'xhr' } },
  {
    title: 'what a service worker fetches',
    kind: 'fetch',
    request: { type: 'fetch', frame: null, serviceWorker: `${SHOP}sw.js` },
    by: 'the service worker https://shop.example/sw.js',
  },
  { title: 'a script that a worker imports', kind: 'request', request: { type: 'other' } },
  { title: 'a beacon', kind: 'beacon', request: { type: 'ping', method: 'POST' } },
  {
    title: 'a link with a ping, as it is pressed',
    kind: 'ping',
    request: { type: 'ping', method: 'POST', headers: { 'content-type': 'text/ping' } },
  },
  {
    title: 'an EventSource',
    kind: 'event-source',
    request: { type: 'eventsource', headers: { accept: 'text/event-stream' } },
  },
  { title: 'a preload', kind: 'script', request: { type: 'script' } },
  {
    title: 'a prefetch',
    kind: 'prefetch',
    request: { type: 'other', headers: { 'sec-purpose': 'prefetch' } },
  },
  {
    title: 'a report of a content security policy',
    kind: 'report',
    request: { method: 'POST', headers: { 'content-type': 'application/csp-report' } },
  },
];

describe('heard as a request', () => {
  for (const { request, ...row } of CHROMIUM) {
    isNamed(row, [heard({ ...request, url: `${TRACKER}/asked` })]);
  }
});

const AT = 'at https://shop.example/:1:66';
const PAGE: readonly (Row & { readonly tells: Told })[] = [
  {
    title: 'a WebSocket',
    kind: 'web-socket',
    by: AT,
    tells: { type: 'web-socket', url: 'wss://tracker.example/socket', by: AT },
  },
  {
    title: 'a WebTransport',
    kind: 'web-transport',
    by: AT,
    tells: { type: 'web-transport', url: `${TRACKER}/transport`, by: AT },
  },
  {
    title: 'a peer connection with a server',
    kind: 'peer-connection',
    by: AT,
    host: 'stun:stun.example:3478',
    tells: { type: 'peer-connection', urls: ['stun:stun.example:3478'], by: AT },
  },
  {
    title: 'a peer connection without one',
    kind: 'peer-connection',
    by: AT,
    host: 'nobody named',
    tells: { type: 'peer-connection', urls: [], by: AT },
  },
  {
    title: 'a worker of several pages, where what it fetches does not show',
    kind: 'shared-worker',
    by: AT,
    host: 'shop.example',
    tells: { type: 'shared-worker', url: `${SHOP}worker.js`, by: AT },
  },
  {
    title: 'a hint that is taken away at once',
    kind: 'hint',
    by: '<link rel="preconnect">',
    tells: { type: 'hint', url: TRACKER, element: '<link rel="preconnect">' },
  },
];

describe('told by the page', () => {
  for (const { tells, ...row } of PAGE) isNamed(row, contactsTold(tells, nearShop(), false));
});

const LISTED = `{"prefetch":[{"source":"list","urls":["${TRACKER}/next.html"]}]}`;
const LINKED = '{"prefetch":[{"where":{"selector_matches":"a"}}]}';

describe('read off the page', () => {
  for (const [title, kind, written, text] of [
    ['a hint', 'hint', 'hint', `${TRACKER}/icon`],
    ['a link with a ping, before it is pressed', 'ping', 'ping', `${TRACKER}/ping`],
    ['live markup in a held template', 'template', 'template', `${TRACKER}/live.svg`],
    ['speculation rules with a list', 'speculation', 'rules', LISTED],
    ['speculation rules for any link', 'speculation', 'rules', LINKED],
  ] as const) {
    const by = `<element of ${kind}>`;
    isNamed({ title, kind, by }, standingIn(scanOf({ kind: written, text, by })));
  }
});

describe('read off the headers of a page', () => {
  const link = { name: 'Link', value: `<${TRACKER}>; rel=preconnect` };
  const by = 'the header Link: <https://tracker.example>; rel=preconnect';
  isNamed({ title: 'a hint', kind: 'hint', by }, contactsIn([link], SHOP));
  const reports = { name: 'Report-To', value: `{"endpoints":[{"url":"${TRACKER}/later"}]}` };
  const header = 'a Report-To or Reporting-Endpoints header';
  isNamed({ title: 'reports', kind: 'report', by: header }, contactsIn([reports], SHOP));
});

test('no kind of contact is without a story here', () => {
  expect(new Set(Object.keys(SAYS))).toEqual(told);
});
