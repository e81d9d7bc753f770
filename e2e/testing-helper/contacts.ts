// Pages that speak to a tracker, one way each, and what the helper must say of it.
import type { Page } from 'playwright/test';
import type { Files } from './leaky-site.ts';

export interface LeakyPage {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  /** Found in the message. */
  readonly says: RegExp;
  readonly reaches?: string;
  readonly files?: Files;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: (page: Page) => Promise<unknown>;
  /** Why other engines cannot show it; absent where all can. */
  readonly onlyChromium?: string;
}

const inHead = (markup: string): string =>
  `<script>document.head.insertAdjacentHTML('beforeend', ${JSON.stringify(markup)})</script>`;

const T = '{tracker}';

export const ELEMENTS: readonly LeakyPage[] = [
  {
    title: 'an image',
    body: `<img src="${T}/a.svg" alt="">`,
    kind: 'image',
    says: /an image was fetched .*\n.*a\.svg\n.*by <img src=.*\n.*data-src instead of src/,
    reaches: '/a.svg',
  },
  {
    title: 'an image of several sizes',
    body: `<img srcset="${T}/wide.svg 1x" alt="">`,
    kind: 'image',
    says: /an image was fetched .*\n.*wide\.svg/,
    reaches: '/wide.svg',
  },
  {
    title: 'an image that is in no document',
    body: `<script>new Image().src = '${T}/pixel.svg'</script>`,
    kind: 'image',
    says: /an image was fetched .*\n.*pixel\.svg/,
    reaches: '/pixel.svg',
  },
  {
    title: 'an image in a shadow root',
    body: `<p></p><script>document.querySelector('p').attachShadow({mode:'open'}).innerHTML = '<img src="${T}/s.svg">'</script>`,
    kind: 'image',
    says: /by <img src="http:\/\/tracker/,
    reaches: '/s.svg',
  },
  {
    title: 'a script',
    body: `<script src="${T}/tag.js"></script>`,
    kind: 'script',
    says: /a script was fetched .*\n.*tag\.js\n.*by <script src=.*\n.*type="text\/plain" data-consent/,
    reaches: '/tag.js',
  },
  {
    title: 'a module',
    body: `<script type="module">import '${T}/module.js'</script>`,
    kind: 'script',
    says: /a script was fetched .*\n.*module\.js/,
    reaches: '/module.js',
  },
  {
    title: 'a style sheet',
    body: `<link rel="stylesheet" href="${T}/a.css">`,
    kind: 'stylesheet',
    says: /a style sheet was fetched .*\n.*a\.css\n.*by <link rel="stylesheet"/,
    reaches: '/a.css',
  },
  {
    title: 'a style sheet that imports another',
    body: `<style>@import url(${T}/b.css);</style>`,
    kind: 'stylesheet',
    says: /a style sheet was fetched .*\n.*b\.css/,
    reaches: '/b.css',
  },
  {
    title: 'a url() in a style',
    body: `<style>body { background: url(${T}/bg.svg) }</style>`,
    kind: 'image',
    says: /an image was fetched .*\n.*bg\.svg/,
    reaches: '/bg.svg',
  },
  {
    title: 'a font',
    body: `<style>@font-face { font-family: F; src: url(${T}/f.woff2) } p { font-family: F }</style><p>Text`,
    kind: 'font',
    says: /a font was fetched .*\n.*f\.woff2[^]*serve the font from your own site/,
    reaches: '/f.woff2',
  },
  {
    title: 'a film',
    body: `<video src="${T}/film.mp4"></video>`,
    kind: 'media',
    says: /a film, sound or subtitle .*\n.*film\.mp4/,
    reaches: '/film.mp4',
  },
  {
    title: 'subtitles',
    body: `<video><track default src="${T}/de.vtt"><source src="/own.mp4"></video>`,
    kind: 'media',
    says: /de\.vtt/,
    onlyChromium: 'Firefox does not fetch them here',
  },
  {
    title: 'a frame',
    body: `<iframe src="${T}/frame.html" title="x"></iframe>`,
    kind: 'frame',
    says: /a frame was loaded .*\n.*frame\.html\n.*by <iframe src=/,
    reaches: '/frame.html',
  },
  {
    title: 'what a frame fetches',
    body: `<iframe src="${T}/frame.html" title="x"></iframe>`,
    kind: 'image',
    says: /an image was fetched .*\n.*inside\.svg/,
    reaches: '/inside.svg',
  },
  {
    title: 'an image in a frame without an address',
    body: `<iframe srcdoc='<img src="${T}/doc.svg">' title="x"></iframe>`,
    kind: 'image',
    says: /doc\.svg/,
    reaches: '/doc.svg',
  },
  {
    title: 'an object',
    body: `<object data="${T}/object.html"></object>`,
    kind: 'frame',
    says: /object\.html/,
    reaches: '/object.html',
  },
  {
    title: 'a form posted into a hidden frame',
    body: `<iframe name="hidden" hidden title="x"></iframe><form target="hidden" method="post" action="${T}/form.html"><input name="a" value="1"></form><script>document.forms[0].submit()</script>`,
    kind: 'form',
    says: /a form was posted into a frame .*\n.*form\.html/,
    reaches: '/form.html',
  },
  {
    title: 'a redirect',
    body: '<img src="/own.svg" alt="">',
    files: { '/own.svg': { status: 302, headers: { location: `${T}/elsewhere.svg` } } },
    kind: 'redirect',
    says: /a request was redirected .*\n.*elsewhere\.svg\n.*a redirect from http:\/\/localhost:\d+\/own\.svg/,
    reaches: '/elsewhere.svg',
  },
  {
    title: 'a page that goes elsewhere',
    body: `<script>location.href = '${T}/landing.html'</script>`,
    kind: 'navigation',
    says: /the page went to tracker/,
    reaches: '/landing.html',
  },
];

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
    onlyChromium: 'Firefox sends no pings',
  },
  {
    title: 'a WebSocket',
    body: `<script>new WebSocket('ws://{host}/socket')</script>`,
    kind: 'web-socket',
    says: /a WebSocket was opened to tracker/,
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
  },
  {
    title: 'what a worker of a worker fetches',
    body: `<script>new Worker('/outer.js')</script>`,
    files: { '/outer.js': "new Worker('/inner.js')", '/inner.js': `fetch('${T}/from-inner')` },
    kind: 'fetch',
    says: /\/from-inner/,
    reaches: '/from-inner',
  },
  {
    title: 'a script a worker imports',
    body: `<script>new Worker('/worker.js')</script>`,
    files: { '/worker.js': `importScripts('${T}/imported.js')` },
    kind: '(script|request)',
    says: /\/imported\.js/,
    reaches: '/imported.js',
  },
  {
    title: 'a WebSocket of a worker',
    body: `<script>new Worker('/worker.js')</script>`,
    files: { '/worker.js': "new WebSocket('ws://{host}/worker-socket')" },
    kind: 'web-socket',
    says: /a WebSocket was opened to tracker.*\n.*worker-socket/,
  },
  {
    title: 'what a shared worker fetches',
    body: `<script>new SharedWorker('/shared.js')</script>`,
    files: { '/shared.js': `fetch('${T}/from-shared')` },
    kind: 'fetch',
    says: /\/from-shared\n.*by the shared worker http:\/\/localhost:\d+\/shared\.js/,
    reaches: '/from-shared',
    onlyChromium: 'Firefox does not show it; the worker itself is named instead',
  },
  {
    title: 'what a service worker fetches',
    body: `<script>navigator.serviceWorker.register('/sw.js')</script>`,
    files: { '/sw.js': `addEventListener('install', (e) => e.waitUntil(fetch('${T}/from-sw')))` },
    kind: 'fetch',
    says: /\/from-sw\n.*by the service worker http:\/\/localhost:\d+\/sw\.js/,
    reaches: '/from-sw',
    onlyChromium: 'Firefox does not show it; the registration itself is named instead',
  },
];

export const AHEAD: readonly LeakyPage[] = [
  ...(['preconnect', 'dns-prefetch', 'icon', 'manifest'] as const).map((rel) => ({
    title: `a link of the kind ${rel}`,
    body: inHead(`<link rel="${rel}" href="${T}/ahead">`),
    kind: 'hint',
    says: new RegExp(`a hint in the page .*\\n.*ahead\\n.*<link rel="${rel}"`),
  })),
  ...(['preload', 'modulepreload', 'prefetch'] as const).map((rel) => ({
    title: `a link of the kind ${rel}`,
    body: inHead(`<link rel="${rel}" as="script" href="${T}/ahead.js">`),
    kind: '(hint|script|prefetch|request)',
    says: /ahead\.js\n.*<link rel="(modulepreload|preload|prefetch)"/,
  })),
  {
    title: 'a hint that is taken away at once',
    body: `<script>{ const l = document.createElement('link'); l.rel = 'preconnect'; l.href = '${T}'; document.head.append(l); l.remove() }</script>`,
    kind: 'hint',
    says: /a hint in the page makes the browser speak to tracker/,
  },
  {
    title: 'a hint in a shadow root',
    body: `<p></p><script>document.querySelector('p').attachShadow({mode:'open'}).innerHTML = '<link rel="preconnect" href="${T}">'</script>`,
    kind: 'hint',
    says: /by <link rel="preconnect"/,
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
