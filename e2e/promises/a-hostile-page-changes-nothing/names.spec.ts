// Whatever a page calls its pictures and the fields of its forms: each is a name, and stands in for nothing.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../../support/fixture.ts';

/** What the widget asks of a document: a picture or a form of that name is given to who asks for it. */
const OF_A_DOCUMENT =
  `querySelector querySelectorAll createElement createRange createDocumentFragment importNode
  addEventListener removeEventListener dispatchEvent currentScript readyState visibilityState prerendering baseURI
  documentElement head body activeElement adoptedStyleSheets cookie referrer
  elementFromPoint elementsFromPoint host getSelection write writeln`.split(/\s+/);

/** What it asks of an element: in a form a field of that name. Without those that stop the driver itself. */
const OF_AN_ELEMENT =
  `matches closest querySelector querySelectorAll getAttribute hasAttribute attributes dataset
  localName namespaceURI parentNode nextSibling nodeType isConnected ownerDocument children contains id`.split(
    /\s+/,
  );

const PICTURES = OF_A_DOCUMENT.map((name) => `<img name="${name}" alt="">`).join('');
const FIELDS = OF_AN_ELEMENT.map((name) => `<input name="${name}" aria-label="${name}">`).join('');
const HTML = readFileSync(fileURLToPath(new URL('page.html', import.meta.url)), 'utf8');
const PAGE = HTML.replace('{{hostile}}', '').replace(
  '<body>',
  () => `<body><div hidden>${PICTURES}</div>
  <form data-consent="social" data-src="/x">${FIELDS}
    <button type="button" id="opener" data-consent-open="preferences">Choices</button>
    <iframe id="shut" sandbox data-consent="social" data-src="https://nobody.example/" width="300" height="150"></iframe></form>`,
);

const ALL = ['/1.js', '/frame.html', '/picture.svg'];

test('F-53 names of the page disarm nothing: a yes, a no, and what follows from each @engine', async ({
  page,
  visit,
  notice,
  records,
  law,
  world,
}) => {
  // The driver's own, in the frame that runs none.
  law.allow('consoleErrors', /sandboxed/);
  await visit(PAGE);
  await notice.asks();
  expect(world.thirdParty.hits()).toEqual([]);
  await expect(page.locator('s9-cover .placeholder')).toBeVisible();
  await notice.accept();
  await expect.poll(() => world.thirdParty.hits().toSorted()).toEqual(ALL);
  await expect(page.locator('#from-template')).toBeVisible();
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);

  // By hand: those names stop the driver's own look at what it is about to press.
  await page.evaluate(() => document.getElementById('opener')?.focus());
  await page.keyboard.press('Enter');
  await notice.press('withdraw');
  await expect.poll(records).toMatchObject([{ source: 'accept-all' }, { source: 'withdraw' }]);
  await expect(page.locator('#from-template')).toHaveCount(0);
  await expect(page.locator('iframe[data-consent][src]')).toHaveCount(0);
});
