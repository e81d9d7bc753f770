// On a server: nothing granted, the fallback in its place, frames held, no script, and no window asked for.
import { createElement, Fragment } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Consented, HeldFrame, HeldScript, useConsent } from './react.ts';

const SRC = 'https://video.example/a';

test('the server’s page has the fallback and the held frame, and neither script nor notice', () => {
  const page = renderToString(
    createElement(
      Fragment,
      null,
      createElement(Consented, { purpose: 'social', fallback: 'Later' }, 'Now'),
      createElement(HeldFrame, { purpose: 'social service:video', src: SRC, title: 'A film' }),
      createElement(HeldScript, { purpose: 'analytics', src: 'https://stats.example/a.js' }),
    ),
  );
  expect(page).toBe(
    `Later<iframe title="A film" data-consent="social service:video" data-src="${SRC}"></iframe>`,
  );
});

test('nothing is granted or decided there', () => {
  const Shown = () => JSON.stringify(useConsent('analytics'));
  expect(renderToString(createElement(Shown))).toBe(
    '{&quot;granted&quot;:false,&quot;decided&quot;:false}',
  );
});

test('what would load at once is left out of a held frame', () => {
  const properties = { purpose: 'social', src: SRC, title: 'A film', srcDoc: '<p>Now</p>' };
  expect(renderToString(createElement(HeldFrame, properties))).not.toContain('Now');
});
