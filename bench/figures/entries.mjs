// What is measured side by side: the page alone, two floors, the peers, and ours in each of the ways it is put in.
import { fileURLToPath } from 'node:url';
import { hashes, snippetOf } from '../../bin/snippet.mjs';
import { peers } from './peers.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const PAGE = {
  id: 'page',
  name: 'the page alone',
  kind: 'page',
  head: () => '',
  fileAt: () => null,
};

const floor = (id, name, keep) => ({
  id,
  name,
  kind: 'floor',
  head: (at) => `<script defer src="${at}floor.js"${keep}></script>`,
  fileAt: (file) => (file === 'floor.js' ? path('floor.js') : null),
  held: ({ src, code = '' }) =>
    `<script type="text/plain" data-held${src ? ` data-src="${src}"` : ''}>${code}</script>`,
  frame: ({ src }) =>
    `<iframe data-src="${src}" title="A video" width="560" height="315"></iframe>`,
  host: '#floor',
  layer: 'section',
  accept: '#yes',
  refuse: '#no',
});

const SETTINGS =
  'data-controller="The Daily Example" data-contact="privacy@daily.example" data-privacy-url="/privacy"';

/** A policy of a Customer's own, for the same two purposes. */
const JSON_SETTINGS = {
  policy: {
    controller: {
      name: 'The Daily Example',
      contact: 'privacy@daily.example',
      privacyUrl: '/privacy',
    },
    purposes: [
      { id: 'analytics', name: 'Visit statistics', why: 'To count visits.' },
      { id: 'social', name: 'Social media', why: 'To show videos and posts.' },
    ],
  },
};

const ours = (id, name, head) => ({
  id,
  name,
  kind: 'ours',
  isFirst: true,
  head,
  fileAt: (file) => (/^s9-consent[\w-]*\.js$/.test(file) ? path(`../../dist/tag/${file}`) : null),
  held: ({ purpose, src, code = '' }) =>
    `<script type="text/plain" data-consent="${purpose}"${src ? ` data-src="${src}"` : ''}>${code}</script>`,
  frame: ({ purpose, src }) =>
    `<iframe data-consent="${purpose}" data-src="${src}" title="A video" width="560" height="315"></iframe>`,
  host: 's9-consent',
  layer: '.banner',
  accept: '[data-action="accept"]',
  refuse: '[data-action="reject"]',
});

const tag = (at) => `<script src="${at}s9-consent.js" ${SETTINGS}></script>`;

/** Run in the order of chance, told in this one. */
export const entries = () => [
  PAGE,
  floor('floor', 'floor: a plain notice', ''),
  floor('floor-record', 'floor that writes one record first', ' data-keep="record"'),
  ...peers(),
  ours('tag', 'Social9 Consent, the tag', tag),
  ours('snippet', 'Social9 Consent, the snippet', (at) =>
    snippetOf(hashes(), { base: at }).replace('<script ', `<script ${SETTINGS} `),
  ),
  ours(
    'json',
    'Social9 Consent, the tag with settings as JSON',
    (at) =>
      `<script type="application/json" data-s9-config>${JSON.stringify(JSON_SETTINGS)}</script>${tag(at)}`,
  ),
];
