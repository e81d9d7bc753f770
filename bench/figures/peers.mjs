// The other notices, each set up as its own documentation has it, for the same two purposes, with what they hold back.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const json = (value) => JSON.stringify(value);
const folder = fileURLToPath(new URL('../peers/node_modules/', import.meta.url));

const WORDS = 'We use cookies to count visits and to show videos and posts.';
const TITLES = { analytics: 'Visit statistics', social: 'Social media' };
const IDS = Object.keys(TITLES);

/** Beside `src` for a file, `code` for what stands in the page. */
const plain = (attributes, { src, code = '' }, srcName = 'data-src') =>
  `<script type="text/plain" ${attributes}${src ? ` ${srcName}="${src}"` : ''}>${code}</script>`;

const vanilla = {
  id: 'vanilla-cookieconsent',
  files: ['cookieconsent.css', 'cookieconsent.umd.js'],
  inside: 'dist/',
  head: (at) => `<link rel="stylesheet" href="${at}cookieconsent.css">
<script defer src="${at}cookieconsent.umd.js"></script>
<script type="module">CookieConsent.run(${json({
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, social: {} },
    language: {
      default: 'en',
      translations: {
        en: {
          consentModal: {
            title: 'We use cookies',
            description: WORDS,
            acceptAllBtn: 'Accept all',
            acceptNecessaryBtn: 'Reject all',
            showPreferencesBtn: 'Manage preferences',
          },
          preferencesModal: {
            title: 'Preferences',
            acceptAllBtn: 'Accept all',
            acceptNecessaryBtn: 'Reject all',
            savePreferencesBtn: 'Save',
            sections: IDS.map((id) => ({ title: TITLES[id], linkedCategory: id })),
          },
        },
      },
    },
  })})</script>`,
  held: (what) => plain(`data-category="${what.purpose}"`, what, 'src'),
  layer: '#cc-main .cm',
  accept: '#cc-main .cm [data-role="all"]',
  refuse: '#cc-main .cm [data-role="necessary"]',
};

const orejime = {
  id: 'orejime',
  files: ['orejime-standard.css', 'orejime-standard-en.js'],
  inside: 'dist/',
  head: (at) => `<link rel="stylesheet" href="${at}orejime-standard.css">
<script>window.orejimeConfig = ${json({
    privacyPolicyUrl: '/privacy',
    purposes: IDS.map((id) => ({ id, title: TITLES[id], cookies: [] })),
  })}</script><script defer src="${at}orejime-standard-en.js"></script>`,
  held: ({ purpose, src, code = '' }) =>
    `<template data-purpose="${purpose}"><script${src ? ` src="${src}"` : ''}>${code}</script></template>`,
  frame: ({ purpose, src }) =>
    `<template data-purpose="${purpose}"><iframe src="${src}" title="A video"></iframe></template>`,
  layer: '.orejime-Banner',
  accept: '.orejime-Banner-saveButton',
  refuse: '.orejime-Banner-declineButton',
};

const klaro = {
  id: 'klaro',
  files: ['klaro.js'],
  inside: 'dist/',
  head: (at) =>
    `<script>window.klaroConfig = ${json({
      version: 1,
      acceptAll: true,
      lang: 'en',
      privacyPolicy: '/privacy',
      services: IDS.map((id) => ({ name: id, title: TITLES[id], purposes: [TITLES[id]] })),
    })}</script><script defer src="${at}klaro.js"></script>`,
  held: (what) => plain(`data-type="application/javascript" data-name="${what.purpose}"`, what),
  frame: ({ purpose, src }) =>
    `<iframe data-name="${purpose}" data-src="${src}" title="A video" width="560" height="315"></iframe>`,
  layer: '.klaro .cookie-notice',
  accept: '.klaro .cookie-notice .cm-btn-success',
  refuse: '.klaro .cookie-notice .cn-decline',
};

/** It tells the answer and holds nothing: the page's own lines run what waits. */
const osano = {
  id: 'cookieconsent',
  title: 'Osano cookieconsent',
  files: ['cookieconsent.min.css', 'cookieconsent.min.js'],
  inside: 'build/',
  head: (at) => `<link rel="stylesheet" href="${at}cookieconsent.min.css">
<script defer src="${at}cookieconsent.min.js"></script>
<script type="module">
function told(status) {
  if (status !== 'allow') return;
  for (const held of document.querySelectorAll('script[data-held]')) {
    const script = document.createElement('script');
    if (held.dataset.src) script.src = held.dataset.src; else script.text = held.text;
    held.replaceWith(script);
  }
}
cookieconsent.initialise(${json({
    type: 'opt-in',
    palette: { popup: { background: '#252e39' }, button: { background: '#14a7d0' } },
    content: { message: WORDS },
  }).replace(/\}$/, ',onInitialise:told,onStatusChange:told}')})</script>`,
  held: (what) => plain('data-held', what),
  layer: '.cc-window',
  accept: '.cc-window .cc-allow',
  refuse: '.cc-window .cc-deny',
};

const versionOf = (id) => JSON.parse(readFileSync(`${folder}${id}/package.json`, 'utf8')).version;

/** @returns all of them, with their versions; needs `npm ci --prefix bench/peers`. */
export const peers = () =>
  [vanilla, orejime, klaro, osano].map(({ id, title = id, files, inside, ...peer }) => ({
    ...peer,
    id,
    kind: 'peer',
    name: `${title} ${versionOf(id)}`,
    fileAt: (name) => (files.includes(name) ? `${folder}${id}/${inside}${name}` : null),
  }));
