// Gathers everything that can be noticed of one page into one timeline, from before its first byte.
import type { Frame, Page } from 'playwright';
import { openDevtools } from './devtools.ts';
import { type Fact, isStored, type StoreKind } from './facts.ts';
import { type Neighbours, parse } from './hosts.ts';
import { recordInPage, type Told } from './in-page.ts';
import { readStores, scanPage } from './page-scan.ts';
import { within } from './quiet.ts';
import { type Grants, Timeline } from './timeline.ts';
import { hearTraffic, type Traffic } from './traffic.ts';

const BINDING = '__s9ConsentWatch';
/** A frame that is being replaced may never answer. */
const FRAME_MS = 2_000;

export interface Observation {
  readonly timeline: Timeline;
  readonly traffic: Traffic;
  /** Why the widget last refused a press, if it did. */
  refusal(): string | null;
  /** Resolves when the widget next tells its state. */
  nextState(): Promise<void>;
  /** Looks for what announces itself by no event: hints, stores, what workers fetched. */
  look(): Promise<void>;
  /** Every fact, with the element or script that asked as far as it can still be found. */
  explained(): Promise<ReturnType<Timeline['entries']>>;
  close(): Promise<void>;
}

export async function observe(page: Page, near: Neighbours): Promise<Observation> {
  const context = page.context();
  const timeline = new Timeline();
  const once = new Set<string>();
  let refused: string | null = null;
  let wake: (() => void) | undefined;

  const add = (fact: Fact): void => timeline.add(fact);
  /** For what stands in the page and would be found again at every look. */
  const addOnce = (fact: Fact): void => {
    const key = `${fact.kind} ${fact.url}`;
    if (once.has(key) || near.isFine(fact.url)) return;
    const url = parse(fact.url);
    if (fact.kind === 'hint' && url && near.isWidgetHost(url)) return;
    once.add(key);
    add(fact);
  };

  const traffic = hearTraffic(page, near, add);
  const devtools = await openDevtools(page, (url, by) => add({ kind: 'web-transport', url, by }));
  const before = new Set((await context.cookies()).map(({ name, domain }) => `${name} ${domain}`));

  function hear(told: Told, isMainFrame: boolean): void {
    if (told.type === 'hint') addOnce({ kind: 'hint', url: told.url, by: told.element });
    if (told.type === 'peer-connection') {
      for (const url of told.urls.length > 0 ? told.urls : ['']) {
        add({ kind: 'peer-connection', url, by: told.by });
      }
    }
    if (told.type === 'web-socket' || told.type === 'web-transport') {
      if (!near.isFine(told.url)) add({ kind: told.type, url: told.url, by: told.by });
    }
    if (told.type === 'shared-worker') traffic.disregard(told.url);
    // Chromium shows what it fetches; elsewhere that it runs is all there is to see.
    if (told.type === 'shared-worker' && !devtools) {
      const url = parse(told.url);
      const isListed = url !== null && near.isAllowed(url);
      if (!isListed) add({ kind: 'shared-worker', url: told.url, by: told.by });
    }
    if (!isMainFrame) return;
    if (told.type === 'press') timeline.press();
    if (told.type === 'refused') refused = told.reason;
    if (told.type !== 'state') return;
    timeline.tell(told.state as Grants);
    wake?.();
  }
  await page.exposeBinding(BINDING, ({ frame }, told: Told) => {
    hear(told, frame === page.mainFrame());
  });
  await page.addInitScript(recordInPage, BINDING);

  async function lookAtStores(frame: Frame, wasSeen: ReadonlySet<string>): Promise<void> {
    const kept = await within(FRAME_MS, frame.evaluate(readStores));
    for (const { kind, name } of kept?.stores ?? []) {
      const origin = kept?.origin ?? '';
      // What others stored under a grant is theirs; the site cannot take it back.
      const isOthers = parse(origin)?.host !== near.ownHost;
      if (isOthers && wasSeen.has(`${kind} ${name} ${origin}`)) continue;
      add({ kind: kind as StoreKind, name, url: origin, by: `the frame ${frame.url()}` });
    }
  }

  async function lookAtCookies(wasSeen: ReadonlySet<string>): Promise<void> {
    for (const { name, domain } of await context.cookies()) {
      if (before.has(`${name} ${domain}`)) continue;
      const url = `https://${domain.replace(/^\./, '')}/`;
      if (!near.isOwnDomain(domain) && wasSeen.has(`cookie ${name} ${url}`)) continue;
      add({ kind: 'cookie', name, url });
    }
  }

  async function look(): Promise<void> {
    const stored = timeline.entries().flatMap(({ fact }) => (isStored(fact) ? [fact] : []));
    const wasSeen = new Set(stored.map(({ kind, name, url }) => `${kind} ${name} ${url}`));
    for (const frame of page.frames()) {
      const scan = await within(FRAME_MS, frame.evaluate(scanPage, []));
      for (const standing of scan?.standing ?? []) addOnce(standing);
      for (const url of scan?.fetched ?? []) {
        const isTold = traffic.hasSeen(url) || once.has(`hint ${url}`);
        if (!isTold) addOnce({ kind: 'request', url, by: `the frame ${frame.url()}` });
      }
      await lookAtStores(frame, wasSeen);
    }
    for (const { worker, urls } of (await devtools?.fetchedByWorkers()) ?? []) {
      for (const url of urls) addOnce({ kind: 'fetch', url, by: `the shared worker ${worker}` });
    }
    await lookAtCookies(wasSeen);
  }

  async function explained(): Promise<ReturnType<Timeline['entries']>> {
    const entries = timeline.entries();
    const wanted = entries.flatMap(({ fact }) => (isStored(fact) || fact.by ? [] : [fact.url]));
    const elements: Record<string, string> = {};
    for (const frame of wanted.length > 0 ? page.frames() : []) {
      Object.assign(elements, (await within(FRAME_MS, frame.evaluate(scanPage, wanted)))?.elements);
    }
    return entries.map(({ fact, phase }) => {
      if (fact.by || isStored(fact)) return { fact, phase };
      const by = [elements[fact.url], devtools?.initiatorOf(fact.url)]
        .filter(Boolean)
        .join(', from ');
      return { fact: { ...fact, by: by || undefined }, phase };
    });
  }

  const nextState = (): Promise<void> =>
    new Promise((done) => {
      wake = done;
    });

  async function close(): Promise<void> {
    traffic.close();
    await devtools?.close();
  }

  return { timeline, traffic, refusal: () => refused, nextState, look, explained, close };
}
