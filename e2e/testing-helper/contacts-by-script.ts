// Scripts that speak to a tracker, and what is fetched ahead of any use.
import type { Page } from 'playwright/test';
import { type LeakyPage, T } from './leaky-page.ts';

const inHead = (markup: string): string =>
  `<script>document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)})</script>`;

const press = (page: Page): Promise<void> => page.getByText('Press').click();

export const SCRIPTED: readonly LeakyPage[] = [
  {
    title: 'fetch',
    body: `<script>fetch('${T}/fetched')</script>`,
    kind: 'fetch',
    says: /a script called tracker.* \(fetch or XMLHttpRequest\)\n.*\/fetched/,
    reaches: '/fetched',
  },
  {
    title: 'XMLHttpRequest',
    body: `<script>{ const x = new XMLHttpRequest(); x.open('GET', '${T}/asked'); x.send() }</script>`,
    kind: 'fetch',
    says: /a script called .*\n.*\/asked/,
    reaches: '/asked',
  },
  {
    title: 'a beacon',
    body: `<script>navigator.sendBeacon('${T}/beacon', 'x')</script>`,
    kind: 'beacon',
    says: /a beacon was sent to tracker/,
    reaches: '/beacon',
  },
  {
    title: 'a link with a ping, before it is pressed',
    body: `<a href="#there" ping="${T}/ping">Press</a>`,
    kind: 'ping',
    says: /a link tells tracker.* when it is pressed \(ping\)\n.*\n.*by <a href="#there" ping=/,
  },
  {
    title: 'a link with a ping that is taken away as it is pressed',
    body: `<a href="#there" ping="${T}/ping" onclick="setTimeout(() => this.remove())">Press</a>`,
    kind: 'ping',
    says: /a link tells tracker/,
    after: press,
    reaches: '/ping',
  },
  {
    title: 'a WebSocket',
    body: `<script>new WebSocket('ws://{host}/socket')</script>`,
    kind: 'web-socket',
    says: /a WebSocket was opened to tracker/,
    reaches: '/socket',
  },
  {
    title: 'an EventSource',
    body: `<script>new EventSource('${T}/events')</script>`,
    kind: 'event-source',
    says: /an EventSource was opened to tracker/,
    reaches: '/events',
  },
  {
    title: 'a WebTransport',
    body: `<script>new WebTransport('https://{host}/transport').closed.catch(() => 0)</script>`,
    kind: 'web-transport',
    says: /a WebTransport was opened to tracker/,
  },
  {
    title: 'a peer connection with a server',
    body: `<script>new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example:3478' }] })</script>`,
    kind: 'peer-connection',
    says: /a peer connection \(WebRTC\) was made[^]*stun:stun\.example:3478/,
  },
  {
    title: 'a peer connection without one',
    body: '<script>new RTCPeerConnection()</script>',
    kind: 'peer-connection',
    says: /a peer connection \(WebRTC\) was made.* to nobody named/,
  },
  {
    title: 'what a worker fetches',
    body: `<script>new Worker('/worker.js')</script>`,
    files: { '/worker.js': `fetch('${T}/from-worker')` },
    kind: 'fetch',
    says: /\/from-worker/,
    reaches: '/from-worker',
    isAlone: true,
  },
  {
    title: 'what a worker of a worker fetches',
    body: `<script>new Worker('/outer.js')</script>`,
    files: { '/outer.js': "new Worker('/inner.js')", '/inner.js': `fetch('${T}/from-inner')` },
    kind: 'fetch',
    says: /\/from-inner/,
    reaches: '/from-inner',
    isAlone: true,
  },
  {
    title: 'a script a worker imports',
    body: `<script>new Worker('/worker.js')</script>`,
    files: { '/worker.js': `importScripts('${T}/imported.js')` },
    kind: '(script|request)',
    says: /\/imported\.js/,
    reaches: '/imported.js',
    isAlone: true,
  },
  {
    title: 'a WebSocket of a worker',
    body: `<script>new Worker('/worker.js')</script>`,
    files: { '/worker.js': "new WebSocket('ws://{host}/worker-socket')" },
    kind: 'web-socket',
    says: /a WebSocket was opened to tracker.*\n.*worker-socket/,
    reaches: '/worker-socket',
    isAlone: true,
  },
  {
    title: 'what a shared worker fetches',
    body: `<script>new SharedWorker('/shared.js')</script>`,
    files: { '/shared.js': `fetch('${T}/from-shared')` },
    kind: 'fetch',
    says: /\/from-shared\n.*by the shared worker http:\/\/localhost:\d+\/shared\.js/,
    reaches: '/from-shared',
    isAlone: true,
  },
  {
    title: 'what a service worker fetches',
    body: `<script>navigator.serviceWorker.register('/sw.js')</script>`,
    files: { '/sw.js': `addEventListener('install', (e) => e.waitUntil(fetch('${T}/from-sw')))` },
    kind: 'fetch',
    says: /\/from-sw\n.*by the service worker http:\/\/localhost:\d+\/sw\.js/,
    reaches: '/from-sw',
    isAlone: true,
  },
];

export const AHEAD: readonly LeakyPage[] = [
  ...(['preconnect', 'dns-prefetch', 'icon', 'manifest'] as const).map((rel) => ({
    title: `a link of the kind ${rel}`,
    body: inHead(`<link rel="${rel}" href="${T}/${rel}">`),
    kind: 'hint',
    says: new RegExp(`a hint in the page .*\\n.*/${rel}\\n.*<link rel="${rel}"`),
  })),
  ...(['preload', 'modulepreload', 'prefetch'] as const).map((rel) => ({
    title: `a link of the kind ${rel}`,
    body: inHead(`<link rel="${rel}" as="script" href="${T}/${rel}.js">`),
    kind: '(hint|script|prefetch|request)',
    says: new RegExp(`/${rel}\\.js\\n.*<link rel="${rel}"`),
  })),
  {
    title: 'a hint that is taken away at once',
    body: `<script>{ const l = document.createElement('link'); l.rel = 'preconnect'; l.href = '${T}/taken-away'; document.head.append(l); l.remove() }</script>`,
    kind: 'hint',
    says: /a hint in the page makes the browser speak to tracker.*\n.*taken-away/,
  },
  {
    title: 'a hint in a shadow root',
    body: `<p></p><script>document.querySelector('p').attachShadow({mode:'open'}).innerHTML = '<link rel="preconnect" href="${T}/shadow">'</script>`,
    kind: 'hint',
    says: /shadow\n.*by <link rel="preconnect"/,
  },
  {
    title: 'a hint in a header',
    body: '',
    headers: { link: `<${T}>; rel=preconnect` },
    kind: 'hint',
    says: /by the header Link: <http:\/\/tracker/,
  },
  {
    title: 'speculation rules with a list',
    body: `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${T}/next.html"],"eagerness":"conservative"}]}</script>`,
    kind: 'speculation',
    says: /speculation rules let the browser fetch from tracker.*\n.*next\.html/,
  },
  {
    title: 'speculation rules for any link',
    body: `<a href="${T}/linked.html">x</a><script type="speculationrules">{"prefetch":[{"where":{"selector_matches":"a"},"eagerness":"conservative"}]}</script>`,
    kind: 'speculation',
    says: /speculation rules .*\n.*linked\.html/,
  },
  {
    title: 'reports of a content security policy',
    body: '<img src="/refused.svg" alt="">',
    headers: { 'content-security-policy': `img-src 'none'; report-uri ${T}/reports` },
    kind: 'report',
    says: /the browser reported to tracker/,
    reaches: '/reports',
  },
  {
    title: 'a header that has reports sent elsewhere',
    body: '',
    headers: { 'report-to': `{"max_age":60,"endpoints":[{"url":"${T}/later"}]}` },
    kind: 'report',
    says: /the browser reported to tracker[^]*Report-To/,
  },
];
