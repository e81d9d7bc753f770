// One page under watch: facts gathered, the page settled, each check an error that names every leak.
import type { Page } from 'playwright';
import { Answerer } from './answer.ts';
import type { ConsentWatch, WatchOptions } from './api.ts';
import { type Declared, type Expected, readDeclared } from './declared.ts';
import { Neighbours } from './hosts.ts';
import { type Law, type Leak, leaksIn, missingIn, tell } from './judge.ts';
import { observe } from './observe.ts';
import { settle, within } from './quiet.ts';
import { type Grants, grantedIds } from './timeline.ts';

/** How long the widget may take to put a choice on disk and tell it. */
const TELL_MS = 5_000;

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
 * without scripts, is seen only by its request.
 *
 * @param page a fresh page, before `goto`. One watch a page.
 * @throws TypeError when the page has been somewhere already.
 */
export async function watchConsent(page: Page, options: WatchOptions = {}): Promise<ConsentWatch> {
  if (page.url() !== 'about:blank') {
    throw new TypeError(`watchConsent(): expected a page before goto(), not one at ${page.url()}`);
  }
  const { allow = [], allowStored = [], policy, endpoint } = options;
  const near = new Neighbours(allow);
  const seen = await observe(page, near);
  const { timeline } = seen;
  const answerer = new Answerer(page);
  const given = { ...(policy && { policy }), ...(endpoint && { endpoint }) };
  let last: Expected | null = null;

  async function rest(): Promise<void> {
    if (!near.ownHost) throw new Error('Nothing has been opened yet: call page.goto() first');
    await settle(page, seen.traffic, options.settle);
    await seen.look();
  }

  const lawOf = (hosts: Expected | null, declared: Declared | null): Law => ({
    near,
    allowStored,
    hosts: hosts ?? declared?.hosts ?? null,
    stores: declared?.stores ?? null,
  });

  /** Answers, and waits until the widget has told of it. */
  async function answer(name: string, press: () => Promise<void>): Promise<void> {
    await rest();
    const before = timeline.now;
    const told = seen.nextState();
    await press();
    await within(TELL_MS, told);
    if (timeline.now !== before) return;
    const reason = `${seen.refusal() ?? 'it told nothing'}; if page.clock is paused, let it run`;
    throw new Error(`${name}(): the widget did not take the press: ${reason}`);
  }

  return {
    async expectSilence() {
      await rest();
      const { isSilent, grants } = timeline.now;
      if (!isSilent && grants) {
        const ids = grantedIds(grants).join(', ');
        throw new Error(`expectSilence(): granted are ${ids}. Use expectOnly() here`);
      }
      const silent = (await seen.explained()).filter(({ phase }) => phase.isSilent);
      refuse('The page was to be silent.', leaksIn(silent, lawOf(null, null)));
    },
    async expectOnly(expected) {
      await rest();
      const { grants, isSilent } = timeline.now;
      if (isSilent || !grants) {
        throw new Error('expectOnly(): nothing is granted. Use expectSilence() here');
      }
      for (const id of Object.keys(expected ?? {})) assertKnown(id, grants);
      const declared = await readDeclared(page, given).catch((fault: Error) => {
        if (expected) return null;
        throw new Error(
          `expectOnly(): cannot read the policy: ${fault.message}. Give { policy } to watchConsent(), or the hosts here`,
        );
      });
      last = expected ?? null;
      const law = lawOf(last, declared);
      const entries = await seen.explained();
      const missing = expected ? missingIn(entries, timeline.now, law) : [];
      refuse('Only what is declared and granted was to happen.', [
        ...leaksIn(entries, law),
        ...missing,
      ]);
    },
    accept: () => answer('accept', () => answerer.press('accept')),
    reject: () => answer('reject', () => answerer.press('reject')),
    withdraw: () => answer('withdraw', () => answerer.press('withdraw')),
    choose: (...ids) => answer('choose', () => answerer.choose(ids)),
    async leaks() {
      await rest();
      const declared = await readDeclared(page, given).catch(() => null);
      return leaksIn(await seen.explained(), lawOf(last, declared));
    },
    stop: () => seen.close(),
  };
}

function assertKnown(id: string, { purposes, services }: Grants): void {
  const known = [
    ...Object.keys(purposes),
    ...Object.keys(services).map((name) => `service:${name}`),
  ];
  if (!known.includes(id)) {
    throw new TypeError(`expectOnly(): "${id}" is not in the page's policy: ${known.join(', ')}`);
  }
}

function refuse(title: string, leaks: readonly Leak[]): void {
  if (leaks.length > 0) throw new Error(tell(title, leaks));
}
