// What somebody could write into a comment, marked as the widget's own markup is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The sanitiser as a site would embed it. */
export const SANITISER = readFileSync(resolve('dompurify/dist/purify.min.js'), 'utf8');

/** A page that is called anything else has run something. */
export const TITLE = 'Example Shop';

const RUN = "javascript:void(document.title='ran')";
const RUN_OUTSIDE = "javascript:void(parent.document.title='ran')";
const ASK = '{{third-party}}/asked';

/** Each is written once for every id: for what is granted unasked, for a purpose, for nothing at all. */
const IDS = ['necessary', 'social', 'analytics', 'necessary necessary', ''];

/** What is left of these by default. */
const PLAIN = (held: string): readonly string[] => [
  `<a class="press" ${held} data-href="${RUN}">look</a>`,
  `<a class="press" ${held} data-href=" java&#9;script:void(document.title='ran')">look</a>`,
  `<a class="press" ${held} data-href="JAVASCRIPT:void(document.title='ran')">look</a>`,
  `<a class="press" ${held} data-href="&#1;${RUN}">look</a>`,
  `<a class="press" ${held} data-href="data:text/html,x" data-src="${RUN}">look</a>`,
  `<svg width="50" height="20"><a class="press" ${held} data-href="${RUN}"><text y="15">look</text></a></svg>`,
  `<svg width="50" height="20"><a class="press" ${held} data-xlink:href="${RUN}"><text y="15">look</text></a></svg>`,
  `<img usemap="#m" width="50" height="20" alt=""><map name="m"><area class="press" ${held} shape="default" data-href="${RUN}"></map>`,
  `<svg><image ${held} data-href="${ASK}/image.svg" width="5" height="5"></image></svg>`,
  `<svg><image ${held} data-src="${ASK}/image-src.svg" width="5" height="5"></image></svg>`,
  `<svg><filter id="f"><feimage ${held} data-href="${ASK}/filter.svg"></feimage></filter></svg>`,
  `<svg><use ${held} data-href="${ASK}/use.svg#a"></use></svg>`,
  `<svg><animate ${held} data-href="#x" attributeName="href" values="${RUN}"></animate></svg>`,
  `<math><mtext ${held} data-href="${RUN}">x</mtext></math>`,
  `<form ${held} data-href="${RUN}" data-src="${RUN}"><button ${held} class="press" type="button" data-src="${RUN}">go</button></form>`,
  `<form><button ${held} class="press" type="button" data-href="${RUN}">go</button></form>`,
  `<form ${held}><input name="getAttribute"><input name="matches"><input name="localName"></form>`,
  `<div ${held} data-src="${ASK}/div.html" data-data="${RUN}" data-href="${RUN}" data-poster="${RUN}">x</div>`,
  `<img ${held} data-src="${RUN}" alt="">`,
  `<img ${held} data-srcset="${RUN} 1x, ${RUN} 2x" alt="">`,
  `<picture><source ${held} data-srcset="${RUN}"><img alt=""></picture>`,
  `<video ${held} data-poster="${RUN}" data-src="${RUN}"></video>`,
  `<audio ${held} data-src="vbscript:x"></audio>`,
  `<video><source ${held} data-src="${RUN}"><track ${held} data-src="${RUN}"></video>`,
  `<input type="image" ${held} data-src="${RUN}" alt="">`,
  `<input type="text" ${held} data-src="${ASK}/field.svg">`,
  `<details ${held} data-href="${RUN}" open><summary ${held} class="press" data-href="${RUN}">x</summary></details>`,
  `<table ${held} data-src="${ASK}/background.svg"><tbody><tr><td ${held} data-src="${RUN}">x</td></tr></tbody></table>`,
  `<label ${held} data-src="${RUN}">x<select ${held} data-src="${RUN}"><option ${held} data-src="${RUN}">x</option></select></label>`,
];

/** What is left of these where frames and the like are let through, for films say. */
const WITH_FRAMES = (held: string): readonly string[] => [
  `<iframe ${held} data-src="${RUN_OUTSIDE}"></iframe>`,
  `<iframe ${held} data-src="java&#10;script:void(parent.document.title='ran')"></iframe>`,
  `<iframe ${held} data-src="data:text/html,&lt;script&gt;parent.document.title='ran'&lt;/script&gt;"></iframe>`,
  `<iframe ${held} data-srcdoc="&lt;script&gt;parent.document.title='ran'&lt;/script&gt;"></iframe>`,
  `<iframe ${held} data-href="${RUN_OUTSIDE}" data-data="${RUN_OUTSIDE}"></iframe>`,
  `<object ${held} data-data="${RUN_OUTSIDE}"></object>`,
  `<object ${held} data-data="data:text/html,x" data-src="${RUN}"></object>`,
  `<embed ${held} data-src="${RUN_OUTSIDE}">`,
  `<template ${held}><a class="press" data-href="${RUN}">look</a><iframe data-src="${RUN_OUTSIDE}"></iframe></template>`,
];

const forAll = (vectors: (held: string) => readonly string[]): string =>
  IDS.flatMap((ids) => vectors(`data-consent="${ids}"`)).join('');

/** Pictures: foreign ones are fetched after a yes as the page's own are, and never before. */
const PICTURES = `<img data-consent="necessary" data-src="${ASK}/unasked.svg" alt="">
  <input type="image" data-consent="" data-src="${ASK}/for-nothing.svg" alt="">
  <video data-consent="necessary" data-poster="${ASK}/poster.svg"></video>`;

/** The page's own, after all the others: once it is there, those have been looked at. */
const LAST = '<img id="last" data-consent="social" data-src="{{third-party}}/last.svg" alt="">';

const inScript = (markup: string): string =>
  JSON.stringify(markup).replaceAll('<', String.raw`\u003c`);

/** A page with comments; `/sanitiser.js` is put beside it. */
export const PAGE = `<div id="comments"></div>${LAST}<script src="/sanitiser.js"></script><script>
  const frames = { ADD_TAGS: ['iframe', 'object', 'embed', 'template'] };
  comments.innerHTML = DOMPurify.sanitize(${inScript(forAll(PLAIN) + PICTURES)})
    + DOMPurify.sanitize(${inScript(forAll(WITH_FRAMES))}, frames);
  document.documentElement.dataset.written = comments.querySelectorAll('[data-consent]').length;
</script>`;

/** Runs in the page: every address that leads to script, and how often something was pressed. */
export function pressAll(): { leads: string[]; pressed: number } {
  const all = Array.from(document.querySelectorAll('#comments *'));
  const leads = all.flatMap((element) =>
    Array.from(element.attributes)
      .filter(({ name }) =>
        /^(xlink:)?(href|src|srcset|srcdoc|data|poster|action|formaction)$/.test(name),
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
  );
  const links = document.querySelectorAll('#comments .press');
  for (const link of links) {
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
  return { leads, pressed: links.length };
}
