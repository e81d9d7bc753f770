// A shop rendered on a server and woken by React, with a tag manager, a pixel and a film, held as the docs say.

import { createRequire } from 'node:module';
import { settings } from '../../support/fixture.ts';
import { gtagStandIn } from './gtag.ts';

// React has no types here.
type Element = unknown;
const require = createRequire(import.meta.url);
const { createElement: e } = require('react') as {
  createElement(type: string, properties?: object | null, ...children: Element[]): Element;
};
const { renderToString } = require('react-dom/server') as {
  renderToString(element: Element): string;
};

/** As Google hands it out. */
const GTM = `(function(w,d,s,l,i){w[l]=w[l]||[];w[l].push({'gtm.start':new Date().getTime(),event:'gtm.js'});
var f=d.getElementsByTagName(s)[0],j=d.createElement(s);j.async=true;
j.src='https://www.googletagmanager.com/gtm.js?id='+i;f.parentNode.insertBefore(j,f);
})(window,document,'script','dataLayer','GTM-1');`;

/** As Meta hands it out. */
const PIXEL = `!function(f,b,e,v,n,t,s){if(f.fbq)return;n=f.fbq=function(){n.callMethod?
n.callMethod.apply(n,arguments):n.queue.push(arguments)};if(!f._fbq)f._fbq=n;n.push=n;n.loaded=!0;
n.version='2.0';n.queue=[];t=b.createElement(e);t.async=!0;t.src=v;s=b.getElementsByTagName(e)[0];
s.parentNode.insertBefore(t,s)}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');
fbq('init','1');fbq('track','PageView');`;

/** Runs in the page: sends what is tracked while it may, and keeps what comes after a revocation. */
function pixelStandIn(): void {
  const { fbq } = globalThis as unknown as {
    fbq: { queue: ArrayLike<string>[]; callMethod?: (...call: string[]) => void };
  };
  let isGranted = true;
  const kept: string[] = [];
  const send = (event: string): void => {
    new Image().src = `https://www.facebook.com/tr?ev=${event}`;
  };
  fbq.callMethod = (name, what = '') => {
    if (name === 'track') (isGranted ? send : (event: string) => kept.push(event))(what);
    if (name !== 'consent') return;
    isGranted = what === 'grant';
    if (isGranted) for (const event of kept.splice(0)) send(event);
  };
  for (const call of fbq.queue) fbq.callMethod(...Array.from(call));
}

const FILM = '<!doctype html><title>A film</title><p>A film</p>';

/** What the hosts of others answer. */
export const ANSWERS: Readonly<Record<string, readonly [type: string, body: string]>> = {
  'www.googletagmanager.com/gtm.js': [
    'text/javascript',
    `(${gtagStandIn})(); function gtag() { dataLayer.push(arguments); } gtag('config', 'G-1');`,
  ],
  'connect.facebook.net/en_US/fbevents.js': ['text/javascript', `(${pixelStandIn})()`],
  'www.facebook.com/tr': ['image/gif', ''],
  'www.youtube.com/embed/film': ['text/html', FILM],
};

export const POLICY = {
  purposes: [
    { id: 'analytics', services: ['google-tag-manager'] },
    {
      id: 'advertising',
      name: 'Advertising',
      why: 'To pay for this site.',
      basis: 'consent',
      data: ['ip', 'page'],
      recipients: ['controller'],
      retention: 'P13M',
      services: ['meta-pixel'],
    },
  ],
  announce: {
    google: { analytics_storage: 'analytics', ad_storage: 'advertising' },
    meta: 'service:meta-pixel',
  },
};

const held = (consent: string, code: string) =>
  e('script', {
    type: 'text/plain',
    'data-consent': consent,
    dangerouslySetInnerHTML: { __html: code },
  });

/** Its own elements and the held ones, drawn anew by a press. */
const app = (count: number, onCount: () => void) =>
  e(
    'main',
    null,
    e('h1', null, 'Example Shop'),
    e('button', { id: 'again', onClick: onCount }, `Drawn ${count}`),
    held('service:google-tag-manager', GTM),
    held('service:meta-pixel', PIXEL),
    e('iframe', {
      'data-consent': 'social',
      'data-src': 'https://www.youtube.com/embed/film',
      title: 'A film',
      width: 560,
      height: 315,
    }),
  );

export const ENTRY = `
  import { createElement as e, useState } from 'react';
  import { hydrateRoot } from 'react-dom/client';
  globalThis.recovered = [];
  const held = ${held};
  const GTM = ${JSON.stringify(GTM)};
  const PIXEL = ${JSON.stringify(PIXEL)};
  const app = ${app};
  const Shop = () => { const [count, setCount] = useState(1); return app(count, () => setCount(count + 1)); };
  hydrateRoot(document.getElementById('root'), e(Shop), {
    onRecoverableError: (fault) => recovered.push(String(fault)),
  });
`;

export const SHOP = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example Shop</title>
${settings({ policy: POLICY })}{{tag}}</head>
<body><div id="root">${renderToString(app(1, () => undefined))}</div><script src="/app.js"></script></body></html>`;
