// What pages do to themselves, written as a fragment each: styles that mean all elements, and layers of their own.

const TEXT = '<p>Shoes, and again shoes.</p>'.repeat(60);
const style = (css: string): string => `<style>${css}</style>${TEXT}`;

/** The page as it is in bad hands, by what is bad about it. */
export const STYLES: Readonly<Record<string, string>> = {
  'a reset of everything': style('* { all: unset !important }'),
  'a reset to what the browser has': style('*, *::before, *::after { all: revert !important }'),
  'a size, a case and a distance for all': style(
    '* { font-size: 7px !important; text-transform: uppercase !important; letter-spacing: .5em !important; text-indent: 3em !important; line-height: 4 !important }',
  ),
  'boxes of its own for all': style(
    '* { position: relative !important; z-index: 1; box-sizing: content-box !important; min-width: 0; padding: 9px !important; overflow: hidden !important }',
  ),
  'everything see-through and out of reach': style(
    'body > * { visibility: hidden; pointer-events: none; user-select: none; cursor: none }',
  ),
  'a moved body': style('body { transform: translate(40px, 300px) rotate(3deg) scale(.5) }'),
  'a moved root': style('html { transform: translateX(120px) }'),
  'filters around it': style('html, body { filter: grayscale(1) }'),
  'containment around it': style(
    'body { contain: strict; height: 300px; container-type: size; perspective: 200px; will-change: transform }',
  ),
  'a body that is a grid of columns': style(
    'body { display: grid; grid-auto-flow: column; grid-auto-columns: 900px; columns: 3 }',
  ),
  'letters from top to bottom': style('html { writing-mode: vertical-rl; direction: rtl }'),
  'a page that is zoomed': style('html { zoom: 1.4 }'),
  'a locked page': style(
    'html, body { overflow: hidden !important; height: 100% } body { position: fixed; top: -400px; width: 100% }',
  ),
  'a page that scrolls smoothly': style(
    'html { scroll-behavior: smooth; scroll-snap-type: y mandatory; scroll-padding: 200px } * { scroll-snap-align: start; overscroll-behavior: contain }',
  ),
  'the highest layer there is': `${style(
    '.over { position: fixed; inset: 0; z-index: 2147483647; isolation: isolate; background: #0008 } s9-consent { z-index: -1 !important; position: static !important }',
  )}<div class="over">Over all</div>`,
};
