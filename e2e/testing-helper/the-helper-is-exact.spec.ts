// What is the site's own passes, what is allowed passes, all leaks come in one error, misuse is told.
import { expect, test } from './leaky-site.ts';
import { watchConsent } from './subject.ts';

test('a page that keeps to itself passes', async ({ open }) => {
  const files = { '/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', '/a.js': '' };
  const body =
    '<link rel="preload" as="script" href="/a.js"><img src="/a.svg" alt=""><script src="/a.js"></script>' +
    '<script type="speculationrules">{"prefetch":[{"where":{"href_matches":"/*"}}]}</script>' +
    '<a href="{tracker}/out.html">A link is no leak</a><script>fetch("/a.js")</script>';
  const watch = await open(body, { files });
  await watch.expectSilence();
  expect(await watch.leaks()).toEqual([]);
});

for (const allow of ['tracker.localhost', '*.localhost', 'http://tracker.localhost']) {
  test(`allowed by ${allow}`, async ({ open }) => {
    const watch = await open('<img src="{tracker}/a.svg" alt="">', {
      allow: [allow],
      reaches: '/a.svg',
    });
    await watch.expectSilence();
  });
}

test('L-22 what a Content Security Policy keeps in is no leak', async ({ open, site }) => {
  const watch = await open(
    `<script src="{tracker}/a.js"></script><img src="{tracker}/a.svg" alt="">
    <script>fetch('{tracker}/b').catch(() => {}); try { new WebSocket('{tracker}/socket') } catch {}</script>`,
    { headers: { 'content-security-policy': "default-src 'self' 'unsafe-inline'" } },
  );
  await watch.expectSilence();
  expect(site.asked()).toEqual([]);
});

test('an allowed address is no allowed host', async ({ open, site }) => {
  const watch = await open('<img src="{tracker}/b.svg" alt=""><img src="{tracker}/a.svg" alt="">', {
    allow: [`http://${site.tracker}/a`],
    reaches: '/a.svg',
  });
  expect((await watch.leaks()).map(({ url }) => new URL(url).pathname)).toEqual(['/b.svg']);
});

test('all leaks stand in one error, once each', async ({ open }) => {
  const body =
    '<img src="{tracker}/a.svg" alt=""><script>localStorage.id = 1; fetch("{tracker}/b")</script>';
  const watch = await open(body, { reaches: '/b' });
  const told = await watch.expectSilence().catch((fault: Error) => fault.message);
  expect(told).toMatch(/3 things must not be:/);
  expect(told).toMatch(/^ {2}1\. .*\n[^]*^ {2}2\. .*\n[^]*^ {2}3\. /m);
});

test('what happens while the page is waited for counts, under a fake clock too', async ({
  open,
  page,
}) => {
  await page.clock.install();
  const late = `<script>setTimeout(() => fetch('{tracker}/late'), 9000)</script>`;
  const until = () => page.clock.runFor(10_000);
  const watch = await open(late, { settle: { quietMs: 150, until } });
  await expect(watch.expectSilence()).rejects.toThrow(/\/late/);
});

test('a request that is never answered does not stop the check', async ({ open, page }) => {
  await page.route('**/hangs', () => undefined);
  const watch = await open('<script>fetch("{tracker}/hangs")</script>', {
    settle: { quietMs: 150, answerMs: 400 },
  });
  await expect(watch.expectSilence()).rejects.toThrow(/\/hangs/);
});

test('what a window that was opened asks for counts', async ({ open }) => {
  const files = { '/window.html': '<img src="{tracker}/window.svg" alt="">' };
  const watch = await open('<button onclick="window.open(`/window.html`)">Press</button>', {
    files,
    after: (page) => page.getByText('Press').click(),
    reaches: '/window.svg',
  });
  await expect(watch.expectSilence()).rejects.toThrow(/window\.svg/);
});

test('the page notices nothing', async ({ open, page }) => {
  await open('');
  const unchanged = await page.evaluate(() => {
    const connection = new RTCPeerConnection();
    class Own extends RTCPeerConnection {}
    return [
      connection instanceof RTCPeerConnection,
      connection.constructor === RTCPeerConnection,
      new Own() instanceof Own,
      String(RTCPeerConnection).includes('[native code]'),
      typeof RTCPeerConnection.generateCertificate,
      Object.keys(window).includes('RTCPeerConnection'),
    ];
  });
  expect(unchanged).toEqual([true, true, true, true, 'function', false]);
});

test('misuse is told', async ({ page, open }) => {
  const watch = await open('');
  await expect(watch.expectOnly()).rejects.toThrow(/nothing is granted/);
  await expect(watchConsent(page)).rejects.toThrow(
    /expected a page before goto\(\), not one at http/,
  );
  await watch.stop();
  const other = await page.context().newPage();
  const early = await watchConsent(other);
  await expect(early.expectSilence()).rejects.toThrow(/call page\.goto\(\) first/);
});
