// Whom an element would ask: every address a browser fetches from for it, however it is written.
import { expect, it } from 'vitest';
import { createPlaces } from '../places/places.ts';
import { createTrustedPolicy } from '../trusted.ts';
import { candidatesIn, wantedBy } from './wanted.ts';

const { asked } = createPlaces(createTrustedPolicy(), () => undefined);
const nested = (markup: string): string => {
  const frame = document.createElement('iframe');
  frame.setAttribute('srcdoc', markup);
  return frame.outerHTML;
};

const hostsIn = (markup: string): readonly string[] => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return wantedBy(template, asked(template)).hosts;
};

it.each([
  ['a.jpg', ['a.jpg']],
  ['a.jpg 1x, b.jpg 2x', ['a.jpg', 'b.jpg']],
  ['a.jpg 1x,https://ads.example/b.jpg 2x', ['a.jpg', 'https://ads.example/b.jpg']],
  ['a.jpg,\nb.jpg\t2w ,c.jpg', ['a.jpg', 'b.jpg', 'c.jpg']],
  [' , a.jpg 1x (,b.jpg) 2w, c', ['a.jpg', 'c']],
  ['data:image/png;base64,AA== 1x,b.jpg', ['data:image/png;base64,AA==', 'b.jpg']],
  ['a,b.jpg 2x', ['a,b.jpg']],
  ['', []],
])('of the srcset "%s" each candidate, as browsers read it', (value, addresses) => {
  expect(candidatesIn('srcset', value)).toEqual(addresses);
});

it('reads a srcset of any length in no time', () => {
  for (const part of ['(', ',', 'a,', 'a (', '((a,']) {
    expect(candidatesIn('srcset', part.repeat(50_000))).toBeInstanceOf(Array);
  }
});

it.each([
  '<img src="//ads.example/a.jpg">',
  '<img srcset="a.jpg 1x,//ads.example/a.jpg 2x">',
  '<link rel="preload" as="image" imagesrcset="a.jpg 1x,//ads.example/a.jpg 2x">',
  '<svg><image href="//ads.example/a.svg"/></svg>',
  '<svg><image xlink:href="//ads.example/a.svg"/></svg>',
  '<table background="//ads.example/a.jpg"></table>',
  '<base href="//ads.example/"><img src="a.jpg">',
  '<p style="background:url(//ads.example/a.jpg)"></p>',
  `<p style="background:url( '//ads.example/a.jpg')"></p>`,
  '<style>@import "//ads.example/a.css";</style>',
  '<style>@import url(//ads.example/a.css);</style>',
  '<style>p{background:image-set("//ads.example/a.jpg" 1x)}</style>',
  `<iframe srcdoc="<img src='//ads.example/a.jpg'>"></iframe>`,
  '<iframe srcdoc="<style>p{background:url(//ads.example/a.jpg)}</style>"></iframe>',
  '<style>p{background:url(\\2f/ads.example/a.jpg)}</style>',
  '<style>@import/**/"//ads.example/a.css";</style>',
  '<style>p{--a:"//ads.example/a.jpg";background:image-set(var(--a) 1x)}</style>',
  nested('<img src="http&colon;//ads.example/a.jpg">'),
  nested('<img srcset="data:,x 2x,//ads.example/a.jpg 1x">'),
  nested('<body background="//ads.example/a.jpg">'),
  nested(nested('<style>body{background:url(\\2f/ads.example/a.jpg)}</style>')),
  '<svg><rect fill="url(//ads.example/a.svg#a)"/></svg>',
  '<svg><rect mask="url(\'//ads.example/a.svg#a\')"/></svg>',
  '<svg><image><set attributeName="href" to="//ads.example/a.svg"/></image></svg>',
  '<svg><image><animate attributeName="href" values="#a;//ads.example/a.svg"/></image></svg>',
  '<meta http-equiv="Refresh" content="9;url=//ads.example/">',
  '<script type="speculationrules">{"prefetch":[{"urls":["https://ads.example/"]}]}</script>',
  '<a href="#x" ping="//ads.example/ping">In</a>',
  '<map><area href="#x" ping="/own //ads.example/ping"></map>',
  '<a href="#x" style="background:url(//ads.example/a.jpg)">In</a>',
  '<svg><a href="#x" fill="url(//ads.example/a.svg#a)"/></svg>',
  `<link rel="stylesheet" href="data:text/css,@import '//ads.example/a.css'">`,
  `<link rel="stylesheet" href=" DA\nTA:text/css; charset=x;base64,${btoa('@import "//ads.example/a.css"')}">`,
  '<iframe src="data:text/html,%3Cimg%20src=//ads.example/a.jpg%3E"></iframe>',
  '<object data="data:image/svg+xml,<svg><image href=\'//ads.example/a.svg\'/></svg>"></object>',
  `<embed src="data:text/html;base64,${btoa('<img src="http&colon;//ads.example/a.jpg">')}">`,
])('of %s in a template the one it asks', (markup) => {
  expect(hostsIn(markup)).toEqual(['ads.example']);
});

it('of a shadow root that markup declares in a template the one it asks', () => {
  const template = document.createElement('template');
  const host = template.content.appendChild(document.createElement('div'));
  host.attachShadow({ mode: 'open', clonable: true }).innerHTML = '<img src="//ads.example/a.jpg">';
  expect(wantedBy(template, asked(template)).hosts).toEqual(['ads.example']);
});

it.each([
  '<a href="//ads.example/">Out</a>',
  '<p>See //ads.example/ and url(//ads.example/)</p>',
  '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)"/></svg>',
  '<p style="color:red" title="src=//ads.example/"></p>',
  '<style>/* nothing */ p{background:url(a.jpg)}</style>',
  '<svg onclick="go(\'//ads.example/\')"><a href="//ads.example/">Out</a></svg>',
  '<meta name="description" content="See //ads.example/">',
  '<meta http-equiv="refresh" content="9;url=/a//ads.example/">',
  nested('<a href="//ads.example/">Out</a>'),
  '<iframe src="data:text/html,%3Ca%20href=x%3EOut%3C/a%3E"></iframe>',
  '<iframe src="data:text/html,%"></iframe>',
  '<iframe src="data:text/html;base64,?"></iframe>',
  `<img src="data:image/png;base64,${btoa('//ads.example/')}">`,
])('of %s nobody', (markup) => {
  expect(hostsIn(markup)).toEqual([]);
});
