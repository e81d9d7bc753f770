// Gathers everything that can be noticed of one page into one timeline, from before its first byte.
import type { Page } from 'playwright';
import { readMarkup } from './declared/read-declared.ts';
import type { Fact } from './facts/fact.ts';
import type { Neighbours } from './facts/neighbours.ts';
import { openAllowlist } from './hear/allowlist.ts';
import { openDevtools } from './hear/devtools.ts';
import { tellAnswers } from './hear/tell-answers.ts';
import { tellConnections } from './hear/tell-connections.ts';
import { tellHints } from './hear/tell-hints.ts';
import { contactsTold, type Told } from './hear/told.ts';
import { hearTraffic, type Traffic } from './hear/traffic.ts';
import { Widget } from './hear/widget.ts';
import { type Entry, Timeline } from './judge/timeline.ts';
import { explain } from './look/explain.ts';
import { look } from './look/look.ts';
import { Once } from './look/once.ts';
import { jarKeyOf } from './look/stored.ts';
import type { WatchOptions } from './options.ts';

const BINDING = '__s9ConsentWatch';

/** What is told of by its constructor, which a Content Security Policy lets run, and not by a request. */
const isConstructed = ({ kind }: Fact): boolean =>
  kind === 'web-socket' || kind === 'web-transport';

export interface Observation {
  readonly timeline: Timeline;
  readonly traffic: Traffic;
  readonly widget: Widget;
  /** Looks for what announces itself by no event: hints, stores, what workers fetched. */
  look(): Promise<void>;
  /** Every fact, with the element or script that asked as far as it can still be found. */
  explained(): Promise<Entry[]>;
  close(): Promise<void>;
}

/**
 * @param network how the network itself is asked, besides what the browser tells of it.
 * @param markup as given to `createConsent()`.
 */
export async function observe(
  page: Page,
  near: Neighbours,
  { network = 'events', markup }: Pick<WatchOptions, 'network' | 'markup'> = {},
): Promise<Observation> {
  // First: where there is none, nothing is left behind.
  const allowlist = network === 'allowlist' ? await openAllowlist(page) : null;
  const timeline = new Timeline();
  const widget = new Widget(timeline);
  const once = new Once(near, (contact) => timeline.add(contact));
  const traffic = hearTraffic(page, near, timeline);
  const devtools = await openDevtools(page, (url, by) =>
    timeline.add({ kind: 'web-transport', url, by }),
  );
  const cookiesBefore = new Set((await page.context().cookies()).map(jarKeyOf));

  function hear(told: Told, isMainFrame: boolean): void {
    for (const contact of contactsTold(told, near, devtools !== null)) {
      // A hint stands in the page, and is found there again.
      if (contact.kind === 'hint') once.add(contact);
      else timeline.add(contact);
    }
    if (told.type === 'stopped') {
      for (const { fact } of timeline.entries()) {
        if (isConstructed(fact) && fact.url === told.url) timeline.retract(fact);
      }
    }
    if (told.type === 'shared-worker') traffic.activity.disregard(told.url);
    if (isMainFrame) widget.hear(told);
  }
  await page.exposeBinding(BINDING, ({ frame }, told: Told) => {
    hear(told, frame === page.mainFrame());
  });
  for (const script of [tellAnswers, tellHints, tellConnections]) {
    await page.addInitScript(script, BINDING);
  }

  const around = {
    near,
    timeline,
    traffic,
    devtools,
    once,
    allowlist,
    cookiesBefore,
    markup: () => readMarkup(page, markup && { markup }),
  };
  return {
    timeline,
    traffic,
    widget,
    look: () => look(page, around),
    explained: () => explain(timeline.entries(), page, devtools),
    async close() {
      traffic.close();
      await Promise.all([devtools?.close(), allowlist?.close()]);
    },
  };
}
