// A yes to a purpose is none to a service that was refused, wherever in an element its address stands.
import { documentWith, policyOf, VIDEO } from './held.ts';
import { expect, softly, test } from './steps.ts';

const REFUSED = {
  id: 'refused',
  name: 'Refused House',
  hosts: ['refused.localhost:{{third-party-port}}'],
  data: ['ip'],
};

// Live addresses in templates are for Chromium alone: Firefox fetches them whoever holds the template.
test('L-20 an element with any address of a refused service stays held', async ({
  own,
  page,
  visit,
  notice,
  world,
}) => {
  const refused = world.thirdParty.origin.replace('//video.', '//refused.');
  const social = 'data-consent="social"';
  const markup = documentWith(
    `<main>
      <img id="second" ${social} data-src="{{third-party}}/1.svg" data-srcset="{{third-party}}/1.svg 1x, ${refused}/2.svg 2x" alt="">
      <img id="fallback" ${social} data-src="${refused}/3.svg" data-srcset="{{third-party}}/3.svg 1x" alt="">
      <video id="poster" ${social} data-src="{{third-party}}/4.wav" data-poster="${refused}/4.svg"></video>
      <template id="script" ${social}><p>Not here</p><script src="${refused}/5.js"></script></template>
      <template id="frame" ${social}><p>Not here</p><div><iframe data-src="${refused}/6.html"></iframe></div></template>
      <template id="picture" ${social}><p>Not here</p><img srcset="{{third-party}}/7.svg 1x, ${refused}/7.svg 2x" alt=""></template>
      <script id="markup" type="text/plain" data-type="text/html" ${social}><p>Not here</p><img src="${refused}/9.svg"></script>
      <script id="left" type="text/plain" ${social} src="${refused}/10.js"></script>
      <img id="case" ${social} data-src="${refused.replace('refused', 'REFUSED').replace('localhost:', 'localhost.:')}/11.svg" alt="">
      <img id="free" ${social} data-src="{{third-party}}/12.svg" alt="">
    </main>`,
    '',
    policyOf(VIDEO, REFUSED),
  );
  await own.withoutWidget(async () => {
    await visit(markup);
    await own.remember();
  });
  await visit(markup);
  await own.waits(0);
  await notice.press('choose');
  await notice.turn('social', true);
  await notice.turn('service:video', true);
  await notice.turn('service:refused', false);
  await notice.press('save');
  await expect(notice.permanentControl).toBeVisible();
  await softly.poll(() => world.thirdParty.count('/12.svg')).toBe(1);
  softly(world.thirdParty.hits()).toEqual(['/12.svg']);
  await softly(page.getByText('Not here')).toHaveCount(0);
  await own.isAsWritten('released');
});
