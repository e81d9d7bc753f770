// With `network: 'allowlist'` Chromium itself reports what no event tells; elsewhere that is said.
import { expect, test } from './leaky-site.ts';
import { watchConsent } from './subject.ts';

const HIDDEN = `<script>
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-same-origin';
  document.body.append(frame);
  const peer = new frame.contentWindow.RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
  peer.createDataChannel('x');
  peer.createOffer().then((offer) => peer.setLocalDescription(offer));
</script>`;

test('L-10 a peer connection that hides its constructor is named', async ({
  open,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'its own protocol');
  const kinds = async (network: 'events' | 'allowlist') =>
    (await (await open(HIDDEN, { network })).leaks()).map(({ kind }) => kind);
  expect(await kinds('allowlist')).toEqual(['peer-connection']);
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
