// With `network: 'allowlist'` Chromium's own network reports whom a page speaks to; elsewhere that is said.
import { openAllowlist } from '../../testing/hear/allowlist.ts';
import { expect, test } from './leaky-site.ts';
import { watchConsent } from './subject.ts';

const SPEAKING = `<script>
  const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
  peer.createDataChannel('x');
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  new Worker(URL.createObjectURL(new Blob(['fetch("{tracker}/worker", { mode: "no-cors" })'])));
</script>`;

test('L-10 Chromium reports peer connections, and what workers fetch', async ({
  page,
  site,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'its own protocol');
  const allowlist = await openAllowlist(page);
  const seen = new Set<string>();
  site.put({ '/': SPEAKING });
  await page.goto(site.origin);
  const reported = () => {
    for (const connection of allowlist.take()) seen.add(connection);
    return [...seen].toSorted();
  };
  const tracker = `http://${site.tracker}`;
  await expect.poll(reported).toEqual([`${tracker}/worker`, 'webrtc']);
  await allowlist.close();
});

test('what it reports is told once, beside what events told', async ({ open, browserName }) => {
  test.skip(browserName !== 'chromium', 'its own protocol');
  const watch = await open(SPEAKING, { network: 'allowlist', reaches: '/worker' });
  const kinds = (await watch.leaks()).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['fetch', 'peer-connection']);
});

test('a page that speaks to nobody has no leak', async ({ open, browserName }) => {
  test.skip(browserName !== 'chromium', 'its own protocol');
  const watch = await open('<img src="/own.svg" alt="">', {
    files: { '/own.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    network: 'allowlist',
  });
  await watch.expectSilence();
  expect(await watch.leaks()).toEqual([]);
});

test('it is an error where the browser has none @engine', async ({ page, browserName }) => {
  const network = browserName === 'chromium' ? ('allow' as 'allowlist') : 'allowlist';
  await expect(watchConsent(page, { network })).rejects.toThrow(
    browserName === 'chromium'
      ? `network: expected 'events' or 'allowlist', not "allow"`
      : /expected Chromium 152 or newer, not firefox/,
  );
});
