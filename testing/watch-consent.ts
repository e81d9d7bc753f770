// Puts one page under watch: facts are gathered from here on, and each check names every leak.
import type { Page } from 'playwright';
import { answersOf } from './answers.ts';
import type { ConsentWatch } from './api.ts';
import { checksOf } from './checks.ts';
import { Neighbours } from './facts/neighbours.ts';
import { observe } from './observe.ts';
import type { WatchOptions } from './options.ts';
import { settle } from './settle/settle.ts';

function networkOf({ network }: WatchOptions): WatchOptions['network'] {
  if (network === undefined || network === 'events' || network === 'allowlist') return network;
  throw new TypeError(
    `watchConsent(): network: expected 'events' or 'allowlist', not ${JSON.stringify(network)}`,
  );
}

/**
 * Watches one page, its frames, workers and windows.
 *
 * ```ts
 * const watch = await watchConsent(page);
 * await page.goto('https://shop.example/');
 * await watch.expectSilence();
 * await watch.accept();
 * await watch.expectOnly({ analytics: ['collector.example'], 'service:youtube': ['www.youtube.com'] });
 * ```
 *
 * Any way of answering is heard, so a test may press the site's own buttons instead. "Load once" is
 * no choice: what it loads counts as a leak. A host that proof of every choice is sent to belongs in
 * `allow`. Where the test itself goes to another site, that counts as the page going there.
 *
 * What it cannot see, in any engine: what the site's own server passes on; a host name of the site
 * that is somebody else's machine (CNAME); device properties that are read; what is stored and
 * deleted again between two checks; closed shadow roots; what the HTTP cache remembers; rules in the
 * file a `Speculation-Rules` header names; a WebSocket of a shared worker; whether a connection that a
 * hint asks for was made (the hint itself is reported).
 *
 * In Firefox besides: what shared and service workers fetch (that they are there is reported), pings
 * at the press (`ping` in the markup is reported), often who asked. Playwright's own WebKit is
 * untested.
 *
 * In the page stand, beside listeners and observers, a function `__s9ConsentWatch`, and proxies around
 * the constructors of WebSocket, WebTransport, RTCPeerConnection and SharedWorker that pass everything
 * on; a WebSocket or peer connection made by a constructor fetched from elsewhere, as out of a frame
 * without scripts, is seen only by its request, a peer connection with `network: 'allowlist'`.
 *
 * @param page a fresh page, before `goto`. One watch a page.
 * @throws TypeError when the page has been somewhere already, or `network` asks for what the browser has not.
 */
export async function watchConsent(page: Page, options: WatchOptions = {}): Promise<ConsentWatch> {
  if (page.url() !== 'about:blank') {
    throw new TypeError(`watchConsent(): expected a page before goto(), not one at ${page.url()}`);
  }
  const near = new Neighbours(options.allow ?? []);
  const seen = await observe(page, near, { ...options, network: networkOf(options) });
  async function rest(): Promise<void> {
    if (!near.ownHost) throw new Error('Nothing has been opened yet: call page.goto() first');
    await settle(page, seen.traffic, options.settle);
    await seen.look();
  }
  return {
    ...checksOf(page, seen, near, options, rest),
    ...answersOf(page, seen, rest),
    stop: () => seen.close(),
  };
}
