import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nearShop, requestOf, SHOP, stateOf, TRACKER } from './fakes.ts';
import type { Told } from './hear/told.ts';
import { observe } from './observe.ts';

/** A page that can tell of itself; `devtools` as Chromium has them. */
async function stage({ hasDevtools = false, jar = [] as object[] } = {}) {
  const session = Object.assign(new EventEmitter(), {
    send: async () => ({ targetInfo: {}, targetInfos: [] }),
    detach: async () => void detached.push('detached'),
  });
  const detached: string[] = [];
  const context = Object.assign(new EventEmitter(), {
    cookies: async () => jar,
    browser: () => ({ newBrowserCDPSession: async () => session }),
    newCDPSession: async () => {
      if (!hasDevtools) throw new Error('CDP session is only available in Chromium');
      return session;
    },
  });
  const mainFrame = {};
  const bindings = new Map<string, (source: { frame: object }, told: Told) => void>();
  const scripts: { name: string; binding: string }[] = [];
  const page = Object.assign(new EventEmitter(), {
    context: () => context,
    mainFrame: () => mainFrame,
    frames: () => [],
    exposeBinding: async (name: string, heard: never) => void bindings.set(name, heard),
    addInitScript: async ({ name }: { name: string }, binding: string) =>
      void scripts.push({ name, binding }),
  });
  const seen = await observe(page as unknown as Page, nearShop());
  const tell = (told: Told, frame: object = mainFrame) =>
    bindings.get('__s9ConsentWatch')?.({ frame }, told);
  const told = () => seen.timeline.entries().map(({ fact }) => `${fact.kind} ${fact.url}`);
  return { seen, tell, told, scripts, session, context, page, detached };
}

it('has each script tell through the same function', async () => {
  const { scripts } = await stage();
  const binding = '__s9ConsentWatch';
  expect(scripts).toEqual([
    { name: 'tellAnswers', binding },
    { name: 'tellHints', binding },
    { name: 'tellConnections', binding },
  ]);
});

it('hears the answers of the page itself, and contacts of every frame', async () => {
  const { seen, tell, told } = await stage();
  const frame = {};
  tell({ type: 'state', state: stateOf('accept-all', 'social') }, frame);
  tell({ type: 'web-socket', url: 'wss://tracker.example/', by: 'at line 1' }, frame);
  expect(seen.timeline.now.name).toBe('before the choice');
  expect(told()).toEqual(['web-socket wss://tracker.example/']);
  tell({ type: 'state', state: stateOf('accept-all', 'social') });
  expect(seen.timeline.now.name).toBe('after accept');
});

it('L-22 takes back a socket that a Content Security Policy stopped, and no other', async () => {
  const { tell, told } = await stage();
  for (const url of ['wss://tracker.example/a', 'wss://tracker.example/b']) {
    tell({ type: 'web-socket', url, by: '' });
  }
  tell({ type: 'stopped', url: 'wss://tracker.example/a' });
  expect(told()).toEqual(['web-socket wss://tracker.example/b']);
});

it('counts a hint once that is told again and again, and every connection', async () => {
  const { tell, told } = await stage();
  const hint = { type: 'hint', url: TRACKER, element: '<link>' } as const;
  const peer = { type: 'peer-connection', urls: [], by: '' } as const;
  for (const each of [hint, hint, peer, peer]) tell(each);
  expect(told()).toEqual([`hint ${TRACKER}`, 'peer-connection ', 'peer-connection ']);
});

it('names a worker where what it fetches does not show, and waits for none of its requests', async () => {
  const worker = { type: 'shared-worker', url: `${SHOP}worker.js`, by: '' } as const;
  for (const hasDevtools of [true, false]) {
    const { seen, tell, told } = await stage({ hasDevtools });
    seen.traffic.activity.begin(requestOf({ url: worker.url }), 'script');
    tell(worker);
    expect(seen.traffic.activity.open).toBe(0);
    expect(told()).toEqual(hasDevtools ? [] : [`shared-worker ${SHOP}worker.js`]);
  }
});

it('takes from Chromium who asked, the first time each address was asked for', async () => {
  const { seen, session } = await stage({ hasDevtools: true });
  seen.timeline.add({ kind: 'image', url: `${TRACKER}/a.svg` });
  const request = { url: `${TRACKER}/a.svg` };
  const at = (url: string) => ({ type: 'parser', url, lineNumber: 2 });
  session.emit('Network.requestWillBeSent', { request, initiator: at(SHOP) });
  session.emit('Network.requestWillBeSent', { request, initiator: at(`${SHOP}later`) });
  const [entry] = await seen.explained();
  expect(entry?.fact.by).toBe('the markup of https://shop.example/, line 3');
});

it('hears a WebTransport from Chromium, of workers too', async () => {
  const { session, seen } = await stage({ hasDevtools: true });
  const initiator = { stack: { callFrames: [{ url: `${SHOP}a.js`, lineNumber: 0 }] } };
  session.emit('Network.webTransportCreated', { url: `${TRACKER}/t`, initiator });
  expect(seen.timeline.entries()[0]?.fact).toEqual({
    kind: 'web-transport',
    url: `${TRACKER}/t`,
    by: 'https://shop.example/a.js, line 1',
  });
});

it('takes cookies that are there when watching begins for no leak', async () => {
  const jar = [{ name: 'login', domain: 'shop.example' }];
  const { seen, told } = await stage({ jar });
  jar.push({ name: 'id', domain: 'shop.example' });
  await seen.look();
  expect(told()).toEqual([`cookie ${SHOP}`]);
});

it('lets go of the page and of Chromium when it is closed', async () => {
  const { seen, page, context, detached } = await stage({ hasDevtools: true });
  await seen.close();
  expect([...page.eventNames(), ...context.eventNames()]).toEqual([]);
  expect(detached).toHaveLength(2);
});
