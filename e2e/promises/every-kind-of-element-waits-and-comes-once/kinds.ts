// One page with every kind of held tag, and the path each asks the third party for.

/** `@` stands for the third party. A browser takes the `srcset` where there is an address beside it. */
const TAGS: readonly (readonly [markup: string, path: string])[] = [
  ['<script type="text/plain" data-consent="analytics" data-src="@"></script>', '/external.js'],
  ['<script type="text/plain" data-consent="analytics" data-src="@" async></script>', '/async.js'],
  ['<script type="text/plain" data-consent="analytics" data-src="@" defer></script>', '/defer.js'],
  [
    '<script type="text/plain" data-consent="analytics" data-src="@" data-type="module"></script>',
    '/module.js',
  ],
  [
    '<script type="text/plain" data-consent="analytics">fetch("@").then(() => 0);</script>',
    '/inline.js',
  ],
  [
    '<script type="text/plain" data-consent="analytics" data-type="module">await fetch("@");</script>',
    '/inline-module.js',
  ],
  [
    '<script type="text/plain" data-consent="analytics social" data-src="@"></script>',
    '/two-purposes.js',
  ],
  [
    '<script type="text/plain" data-consent="service:youtube" data-src="@"></script>',
    '/one-service.js',
  ],
  [
    '<script type="text/plain" data-consent="analytics service:facebook" data-src="@"></script>',
    '/purpose-and-service.js',
  ],
  ['<iframe data-consent="social" data-src="@" title="A frame"></iframe>', '/frame.html'],
  ['<iframe data-consent="service:youtube" data-src="@" title="Video"></iframe>', '/video.html'],
  ['<img data-consent="social" data-src="@" alt="">', '/src.svg'],
  ['<img data-consent="social" data-srcset="@ 1x" alt="">', '/srcset.svg'],
  ['<img data-consent="social" data-src="@.old" data-srcset="@ 1x" alt="">', '/beside-src.svg'],
  ['<video data-consent="social" data-src="@"></video>', '/film.wav'],
  ['<video data-consent="social" data-poster="@"></video>', '/poster.svg'],
  ['<audio data-consent="social" data-src="@"></audio>', '/song.wav'],
  ['<video><source data-consent="social" data-src="@"></video>', '/film-source.wav'],
  ['<audio><source data-consent="social" data-src="@"></audio>', '/song-source.wav'],
  [
    `<picture><source data-consent="social" data-srcset="@">
     <img data-consent="social" data-src="@.old" alt=""></picture>`,
    '/picture-source.svg',
  ],
  ['<embed data-consent="social" data-src="@">', '/embed.svg'],
  ['<object data-consent="social" data-data="@"></object>', '/object.html'],
  ['<link data-consent="social" rel="stylesheet" data-href="@">', '/style.css'],
  ['<link data-consent="social" rel="preload" as="fetch" crossorigin data-href="@">', '/ahead.txt'],
  [
    `<template data-consent="social"><p>Now here</p>
     <img data-consent="social" data-src="@" alt=""></template>`,
    '/in-template.svg',
  ],
];

const under = (folder: string): string =>
  TAGS.map(([markup, path]) => markup.replaceAll('@', `{{third-party}}${folder}${path}`)).join(
    '\n',
  );

const quoted = (markup: string): string => JSON.stringify(markup).replaceAll('</', '<\\/');

/** A connection is not a request: a list of those is no proof of silence. */
const CONNECT = '<link data-consent="social" rel="preconnect" data-href="{{third-party}}">';

/** In the page itself, in an open shadow root, and in two places a script fills after the load. */
export const PAGE = `${CONNECT}${under('')}
  <script>window.social9 ??= { queue: [] };</script><div id="shadow"></div><div id="markup"></div><div id="fragment"></div>
  <script>
    const root = document.querySelector('#shadow').attachShadow({ mode: 'open' });
    root.innerHTML = ${quoted(under('/shadow'))};
    window.social9.queue.push((consent) => consent.watch(root));
    addEventListener('load', () => {
      document.querySelector('#markup').innerHTML = ${quoted(under('/markup'))};
      const fragment = document.createRange().createContextualFragment(${quoted(under('/fragment'))});
      document.querySelector('#fragment').append(fragment);
      document.querySelector('#fragment').dataset.filled = '';
    });
  </script>`;

/** A tag added after everything else, and so released after it. */
export const LAST = '/last.svg';

export const PATHS: readonly string[] = ['', '/shadow', '/markup', '/fragment']
  .flatMap((folder) => TAGS.map(([, path]) => folder + path))
  .toSorted();

/** Runs in the page. */
export function addLast(src: string): void {
  const image = document.createElement('img');
  Object.assign(image.dataset, { consent: 'social', src });
  document.body.append(image);
}
