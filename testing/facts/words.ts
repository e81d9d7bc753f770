// The words in which a Customer reads about a fact, and what to do about it.
import type { ContactKind, StoreKind } from './fact.ts';

interface Words {
  /** `{host}` and `{name}` are filled in. */
  readonly what: string;
  readonly advice: string;
}

const HOLD_MEDIA = 'hold it: add data-consent="…" and write data-src instead of src';
const HOLD_SCRIPT = 'hold the script that does it: type="text/plain" data-consent="…" data-src="…"';
const HOLD_LINK = 'hold it: <link data-consent="…" data-href="…">, or take it out';
const STORE =
  'store it after whenAllowed(…); if the site cannot do without it, list it in allowStored';

export const WORDS: Readonly<Record<ContactKind | StoreKind, Words>> = {
  script: {
    what: 'a script was fetched from {host}',
    advice: 'hold it: mark the tag with type="text/plain" data-consent="…" data-src="…"',
  },
  stylesheet: { what: 'a style sheet was fetched from {host}', advice: HOLD_LINK },
  image: { what: 'an image was fetched from {host}', advice: HOLD_MEDIA },
  media: { what: 'a film, sound or subtitle was fetched from {host}', advice: HOLD_MEDIA },
  font: {
    what: 'a font was fetched from {host}',
    advice: 'serve the font from your own site, or hold the style sheet that names it',
  },
  frame: { what: 'a frame was loaded from {host}', advice: HOLD_MEDIA },
  form: {
    what: 'a form was posted into a frame at {host}',
    advice: HOLD_SCRIPT,
  },
  fetch: { what: 'a script called {host} (fetch or XMLHttpRequest)', advice: HOLD_SCRIPT },
  beacon: { what: 'a beacon was sent to {host}', advice: HOLD_SCRIPT },
  ping: {
    what: 'a link tells {host} when it is pressed (ping)',
    advice: 'take the ping attribute out, or put the link in <template data-consent="…">',
  },
  'web-socket': { what: 'a WebSocket was opened to {host}', advice: HOLD_SCRIPT },
  'event-source': { what: 'an EventSource was opened to {host}', advice: HOLD_SCRIPT },
  'web-transport': { what: 'a WebTransport was opened to {host}', advice: HOLD_SCRIPT },
  'peer-connection': {
    what: 'a peer connection (WebRTC) was made, which can tell the address of this device to {host}',
    advice: HOLD_SCRIPT,
  },
  'shared-worker': {
    what: 'a shared worker was started, and this browser does not show what it fetches',
    advice: 'check in Chromium, which shows it, or list the script in allow',
  },
  prefetch: { what: '{host} was asked ahead of time (prefetch)', advice: HOLD_LINK },
  report: {
    what: 'the browser reported to {host} what the page did (CSP, Reporting API)',
    advice: 'report to your own site',
  },
  request: { what: 'a request was made to {host}', advice: HOLD_SCRIPT },
  redirect: {
    what: 'a request was redirected to {host}',
    advice: 'hold what asks, or answer the request without a redirect',
  },
  navigation: {
    what: 'the page went to {host}',
    advice: 'open the page at its final address, or list that host in allow',
  },
  hint: { what: 'a hint in the page makes the browser speak to {host}', advice: HOLD_LINK },
  speculation: {
    what: 'speculation rules let the browser fetch from {host}',
    advice: 'limit the rules to your own site',
  },
  template: {
    what: 'an address of {host} stands live in a held template, where Firefox asks it before any choice',
    advice: 'hold it there too: data-consent="…", and data-src instead of src',
  },
  undeclared: {
    what: 'a held frame is of {host}, which no service of the policy names',
    advice:
      'name the host in the hosts of the service it belongs to; docs/services.md has many by their id',
  },
  cookie: { what: 'the cookie "{name}" was set for {host}', advice: STORE },
  localStorage: { what: 'localStorage holds "{name}" for {host}', advice: STORE },
  sessionStorage: { what: 'sessionStorage holds "{name}" for {host}', advice: STORE },
  indexedDB: { what: 'the IndexedDB database "{name}" exists for {host}', advice: STORE },
  'cache-storage': { what: 'the cache "{name}" exists for {host} (Cache Storage)', advice: STORE },
  'service-worker': {
    what: 'a service worker is registered at {name}',
    advice: 'register it after whenAllowed(…), or list it in allowStored',
  },
  'storage-bucket': { what: 'the storage bucket "{name}" exists for {host}', advice: STORE },
  file: { what: 'the private file "{name}" exists for {host}', advice: STORE },
  'window.name': { what: 'window.name was set to "{name}"', advice: STORE },
};
