// What stands in a container asks nobody who was refused, in whichever of a browser's many ways its address is written.
import { expect, settings, test } from '../../support/fixture.ts';

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const frame = (markup: string): string => `<iframe srcdoc="${quoted(markup)}"></iframe>`;
const drawn = (attributes: string): string =>
  `<svg><rect width="9" height="9" ${attributes}/></svg>`;

const WAYS: readonly string[] = [
  '<p style="background:url(\\68 ttp:{{there}}/1.svg)">a</p>',
  '<style>p{background:u\\72l("{{there}}/2.svg")}</style><p>b</p>',
  '<style>@import/**/"{{there}}/3.css"</style>',
  '<style>@\\69mport "{{there}}/4.css"</style>',
  '<style>p{background:image-set(/**/"{{there}}/5.svg" 1x)}</style><p>c</p>',
  `<p style='--a:"{{there}}/6.svg";background:image-set(var(--a) 1x)'>d</p>`,
  '<style>p{background:url("\\\n{{there}}/7.svg")}</style><p>e</p>',
  frame('<img src="http&colon;{{there}}/8.svg">'),
  frame('<img srcset="data:,x 2x,{{there}}/9.svg 1x">'),
  frame('<body background="{{there}}/10.svg">'),
  frame(frame('<img src="{{there}}/11.svg">')),
  frame('<meta http-equiv="refresh" content="0;url={{there}}/12.html">'),
  drawn('fill="url({{there}}/13.svg#a)"'),
  drawn('mask="url({{there}}/14.svg#a)"'),
  drawn('filter="url({{there}}/15.svg#a)"'),
  '<svg><image width="9" height="9"><set attributeName="href" to="{{there}}/16.svg"/></image></svg>',
  '<svg><image width="9" height="9"><animate attributeName="href" values="{{there}}/17.svg;{{there}}/18.svg" dur="1s"/></image></svg>',
  '<script type="speculationrules">{"prefetch":[{"source":"list","urls":["http:{{there}}/20.html"]}]}</script>',
  '<a href="#" ping="{{there}}/21" style="background:url({{there}}/22.svg)">f</a>',
  '<p style="background:url(\'ht&Tab;tp:{{there}}/23.svg\')">g</p>',
  `<link rel="stylesheet" href="data:text/css,@import '{{there}}/24.css'">`,
  '<iframe src="data:text/html,<img src=http:{{there}}/25.svg>"></iframe>',
];

/** Each in a template and in a script element of markup, before one that asks nobody. */
const held = (host: string): string =>
  [...WAYS, '<q>last</q>']
    .map((way) => way.replaceAll('{{there}}', `//${host}`))
    .flatMap((markup) => [
      `<template data-consent="analytics">${markup}</template>`,
      `<script type="text/plain" data-consent="analytics" data-type="text/html">${markup.replaceAll('</script', '<\\/script')}</script>`,
    ])
    .join('');

test('L-20 a refused service gets nothing from what another purpose has released @engine', async ({
  page: tab,
  visit,
  notice,
  law,
  world,
}) => {
  // Once it is granted: no engine takes shapes from other sites.
  for (const kind of ['consoleErrors', 'pageErrors'] as const) law.allow(kind, /1[345]\.svg/);
  const { host } = new URL(world.thirdParty.origin);
  const services = [
    {
      id: 'third',
      name: 'Third',
      privacyUrl: 'https://third.example/privacy',
      hosts: [host],
      data: ['ip'],
    },
  ];
  await visit(
    settings({ policy: { purposes: [{ id: 'social', services }] } }) + '{{tag}}' + held(host),
  );
  await notice.choose('analytics');
  await expect(tab.locator('q')).toHaveCount(2);
  // Nothing else came with it: what a browser fetches it fetches after that.
  await tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await tab.evaluate(() => fetch('/').then(() => 0));
  expect(world.thirdParty.hits()).toEqual([]);
  await notice.permanentControl.click();
  await notice.turn('service:third', true);
  await notice.press('save');
  await expect.poll(() => world.thirdParty.hits()).toContain('/1.svg');
});
