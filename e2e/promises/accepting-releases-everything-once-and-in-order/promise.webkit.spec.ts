// The same in WebKit: held tags wait, one press releases them once, the answer is kept.
import { expect, test } from '../../support/webkit.ts';

const PAGE = `
  <script type="text/plain" data-consent="analytics" data-src="{{third-party}}/1.js"></script>
  <script type="text/plain" data-consent="analytics">globalThis.ran.push('2 inline');</script>
  <script type="text/plain" data-consent="analytics" data-type="module" data-src="{{third-party}}/3.js"></script>
  <iframe data-consent="social" data-src="{{third-party}}/video.html" width="400" height="300" title="A video"></iframe>
  <template data-consent="social"><p>Now here</p></template>`;

test('accepting: the record, then all that was held, in order', async ({ person, world }) => {
  await person.visit(PAGE);
  await expect.poll(() => person.sees('accept')).toBe(true);
  expect(world.thirdParty.hits()).toEqual([]);
  await person.press('accept');
  await expect.poll(() => person.ran()).toEqual(['/1.js', '2 inline', '/3.js']);
  await expect.poll(() => world.thirdParty.hits()).toContain('/video.html');
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await expect
    .poll(() => person.records())
    .toMatchObject([{ source: 'accept-all', input: 'pointer' }]);
  await person.reload();
  await expect.poll(() => person.ran()).toHaveLength(3);
  expect(await person.sees('accept')).toBe(false);
});

test('refusing: nothing runs, now or on the next page', async ({ person, world }) => {
  await person.visit(PAGE);
  await person.press('reject');
  await expect.poll(() => person.records()).toMatchObject([{ source: 'reject-all' }]);
  await person.reload();
  await expect.poll(() => person.sees('load-once')).toBe(true);
  expect(await person.sees('accept')).toBe(false);
  expect(world.thirdParty.hits()).toEqual([]);
});

test('choosing and loading once', async ({ person, world }) => {
  await person.visit(PAGE);
  await person.press('load-once');
  await expect.poll(() => world.thirdParty.hits()).toEqual(['/video.html']);
  expect(await person.records()).toEqual([]);
});
