// What every page here holds, and what comes of it: the same elements, whichever framework writes them.
import { settings } from '../../support/fixture.ts';

/** The third party is declared, so that its frames wait for nothing but an answer. */
export const VIDEO = {
  id: 'video',
  name: 'Video House',
  hosts: ['{{third-party-host}}:{{third-party-port}}'],
  data: ['ip', 'page'],
};

export const policyOf = (...services: readonly unknown[]): string =>
  settings({ policy: { purposes: [{ id: 'social', services }] } });

export const SETTINGS = policyOf(VIDEO);

/** A whole document around a body. */
export const documentWith = (body: string, head = '', policy = SETTINGS): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Example Shop</title>` +
  `${policy}{{tag}}${head}</head><body>${body}</body></html>`;

/** Says in the page that it ran, and in whose place it stood then. */
export const INLINE =
  "(globalThis.ran ??= []).push('inline');(globalThis.stood ??= []).push(document.currentScript?.parentElement?.id);";

export const held = (attributes: string, text = ''): string =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;

export const FRAME =
  '<iframe data-consent="social" data-src="{{third-party}}/frame.html" width="400" height="240" title="A video"></iframe>';
export const PICTURE =
  '<img data-consent="social" data-src="{{third-party}}/picture.svg" width="40" height="30" alt="">';
export const TEMPLATE = '<template data-consent="social"><p data-placed="">Now here</p></template>';

/** An element of each kind: scripts, a frame, a picture, a template. */
export const ALL = `${held('data-src="{{third-party}}/first.js"')}${held('', INLINE)}${held(
  'data-src="{{third-party}}/last.js"',
)}${FRAME}${PICTURE}${TEMPLATE}`;

/** What runs of `ALL`, in order; what is fetched for it; where its inline script stands. */
export const RAN: readonly string[] = ['/first.js', 'inline', '/last.js'];
export const HITS: readonly string[] = ['/first.js', '/frame.html', '/last.js', '/picture.svg'];
export const PLACE = 'held';
export const HELD = `<div id="${PLACE}">${ALL}</div>`;

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** Something stands where the address will be: nothing at all, or one pixel. */
export const STANDING_IN = `<div id="${PLACE}">
  <iframe src="about:blank" data-consent="social" data-src="{{third-party}}/frame.html" width="400" height="240" title="A video"></iframe>
  <img src="${PIXEL}" data-consent="social" data-src="{{third-party}}/picture.svg" width="40" height="30" alt="">
  <img src="${PIXEL}" srcset="${PIXEL} 2x" data-consent="social" data-src="{{third-party}}/set.svg" data-srcset="{{third-party}}/set.svg 1x, {{third-party}}/set.svg 2x" width="40" height="30" alt="">
</div>`;
