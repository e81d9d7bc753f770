// Looks, at a check, for what announces itself by no event: hints, stores, what workers fetched.
import type { Frame, Page } from 'playwright';
import type { PeerMarkup } from '../../src/core/gate/peer-markup.ts';
import type { Neighbours } from '../facts/neighbours.ts';
import type { Allowlist } from '../hear/allowlist.ts';
import type { Devtools } from '../hear/devtools.ts';
import type { Traffic } from '../hear/traffic.ts';
import type { Timeline } from '../judge/timeline.ts';
import { FRAME_MS, within } from '../settle/within.ts';
import { readStores } from './kept.ts';
import { scanMarked } from './marked.ts';
import type { Once } from './once.ts';
import { fetchedElsewhere, standingIn } from './standing.ts';
import { jarIn, storedIn, storesIn } from './stored.ts';
import { scanPage } from './written.ts';

export interface Surroundings {
  readonly near: Neighbours;
  readonly timeline: Timeline;
  readonly traffic: Pick<Traffic, 'hasSeen'>;
  readonly devtools: Pick<Devtools, 'fetchedByWorkers'> | null;
  readonly once: Once;
  /** Where the watch was asked for it. */
  readonly allowlist: Pick<Allowlist, 'take'> | null;
  /** Other widgets' markup that the page's settings name. */
  markup(): Promise<readonly PeerMarkup[]>;
  /** Keys of the cookies that were there when watching began. */
  readonly cookiesBefore: ReadonlySet<string>;
}

async function lookAtMarkup(
  frame: Frame,
  { near, timeline, traffic, once }: Surroundings,
  markups: readonly PeerMarkup[],
): Promise<void> {
  const scan = await within(FRAME_MS, frame.evaluate(scanPage));
  if (!scan) return;
  const marked = (await within(FRAME_MS, frame.evaluate(scanMarked, markups))) ?? [];
  for (const contact of standingIn({ ...scan, written: [...scan.written, ...marked] })) {
    // Whether a held frame should be there can change with every choice.
    if (contact.kind !== 'undeclared') once.add(contact);
    else if (!near.isFine(contact.url)) timeline.add(contact);
  }
  for (const url of fetchedElsewhere(scan)) {
    if (traffic.hasSeen(url) || once.has('hint', url)) continue;
    once.add({ kind: 'request', url, by: `the frame ${frame.url()}` });
  }
}

function lookAtReports({ allowlist, timeline, traffic, once }: Surroundings): void {
  for (const connection of allowlist?.take() ?? []) {
    const isTold = timeline.entries().some(({ fact }) => fact.kind === 'peer-connection');
    if (connection !== 'webrtc') {
      if (!traffic.hasSeen(connection)) once.add({ kind: 'request', url: connection });
    } else if (!isTold) timeline.add({ kind: 'peer-connection', url: '' });
  }
}

export async function look(page: Page, around: Surroundings): Promise<void> {
  const { near, timeline, devtools, once, cookiesBefore } = around;
  const wasSeen = storedIn(timeline.entries());
  // A file of settings that cannot be read is told by the check that needs it.
  const markups = await around.markup().catch(() => []);
  for (const frame of page.frames()) {
    await lookAtMarkup(frame, around, markups);
    const kept = await within(FRAME_MS, frame.evaluate(readStores));
    const stores = kept ? storesIn(kept, frame.url(), near.ownHost, wasSeen) : [];
    for (const stored of stores) timeline.add(stored);
  }
  for (const { worker, urls } of (await devtools?.fetchedByWorkers()) ?? []) {
    for (const url of urls) once.add({ kind: 'fetch', url, by: `the shared worker ${worker}` });
  }
  lookAtReports(around);
  const jar = await page.context().cookies();
  for (const stored of jarIn(jar, cookiesBefore, near, wasSeen)) timeline.add(stored);
}
