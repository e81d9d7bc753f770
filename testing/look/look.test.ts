import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { nearShop, SHOP, scanOf, TRACKER } from '../fakes.ts';
import type { WorkerFetches } from '../hear/worker-fetches.ts';
import { Timeline } from '../judge/timeline.ts';
import { readStores } from './kept.ts';
import { look } from './look.ts';
import { scanMarked } from './marked.ts';
import { Once } from './once.ts';
import type { Scan, Written } from './written.ts';

interface Frame {
  readonly scan?: Scan | Error;
  readonly marked?: readonly Written[];
  readonly stores?: readonly string[];
  readonly origin?: string;
}

/** Looks twice at a page of these frames, and tells what was found. */
async function found(
  frames: readonly Frame[],
  {
    seen = [] as string[],
    jar = [] as object[],
    workers = null as WorkerFetches[] | null,
    reports = [] as string[],
  } = {},
): Promise<string[]> {
  const reported = [...reports];
  const [near, timeline] = [nearShop(), new Timeline()];
  const frameOf = ({
    scan = scanOf(),
    marked = [],
    stores = [],
    origin = 'https://shop.example',
  }: Frame) => ({
    url: () => `${SHOP}frame`,
    evaluate: async (script: unknown) => {
      if (script === readStores)
        return { origin, stores: stores.map((name) => ({ kind: 'localStorage', name })) };
      if (scan instanceof Error) throw scan;
      if (script === scanMarked) return marked;
      return scan;
    },
  });
  const page = {
    frames: () => frames.map(frameOf),
    context: () => ({ cookies: async () => jar }),
  } as unknown as Page;
  const around = {
    near,
    timeline,
    traffic: { hasSeen: (url: string) => seen.includes(url) },
    devtools: workers && { fetchedByWorkers: async () => workers },
    once: new Once(near, (contact) => timeline.add(contact)),
    allowlist: { take: () => reported.splice(0) },
    cookiesBefore: new Set(['login shop.example']),
    markup: () => Promise.reject(new Error('no file of settings')),
  };
  await look(page, around);
  await look(page, around);
  return timeline.entries().map(({ fact }) => {
    const name = 'name' in fact ? ` ${fact.name}` : '';
    return `${fact.kind}${name} ${fact.url}${fact.by ? ` by ${fact.by}` : ''}`;
  });
}

const fetched = (...urls: string[]): Frame => ({ scan: { ...scanOf(), fetched: urls } });
const hint = { kind: 'hint', text: `${TRACKER}/icon`, by: '<link>' } as const;

it('tells what is written in a frame once, however often it looks', async () => {
  expect(await found([{ scan: scanOf(hint) }])).toEqual([`hint ${TRACKER}/icon by <link>`]);
});

it('tells at each look which frames are held, those of others', async () => {
  const frame = { kind: 'undeclared', text: `${TRACKER}/film.html`, by: '<iframe>' } as const;
  const own = { ...frame, text: '/own.html' };
  const line = `undeclared ${TRACKER}/film.html by <iframe>`;
  expect(await found([{ marked: [frame, own] }])).toEqual([line, line]);
});

it('tells what only the timing of a frame knows of', async () => {
  expect(await found([fetched(`${TRACKER}/a`)])).toEqual([
    `request ${TRACKER}/a by the frame https://shop.example/frame`,
  ]);
});

it('does not tell again what a request or a hint told', async () => {
  const frame = { scan: { ...scanOf(hint), fetched: [`${TRACKER}/icon`, `${TRACKER}/a`] } };
  expect(await found([frame], { seen: [`${TRACKER}/a`] })).toEqual([
    `hint ${TRACKER}/icon by <link>`,
  ]);
});

it('tells what the site stores at each look, and what others store once', async () => {
  expect(await found([{ stores: ['own'] }, { stores: ['theirs'], origin: TRACKER }])).toEqual([
    'localStorage own https://shop.example by the frame https://shop.example/frame',
    `localStorage theirs ${TRACKER} by the frame https://shop.example/frame`,
    'localStorage own https://shop.example by the frame https://shop.example/frame',
  ]);
});

it('passes over a frame that is being replaced, and looks at the others', async () => {
  const gone = { scan: new Error('Execution context was destroyed') };
  expect(await found([gone, { scan: scanOf(hint) }])).toHaveLength(1);
});

it('tells cookies of the jar, but for those from before', async () => {
  const jar = [
    { name: 'login', domain: 'shop.example' },
    { name: 'seen', domain: '.tracker.example' },
  ];
  expect(await found([], { jar })).toEqual([`cookie seen ${TRACKER}/`]);
});

it('tells what workers fetched, where the engine shows it', async () => {
  const workers = [{ worker: `${SHOP}worker.js`, urls: [`${TRACKER}/from-worker`, `${SHOP}own`] }];
  expect(await found([], { workers })).toEqual([
    `fetch ${TRACKER}/from-worker by the shared worker https://shop.example/worker.js`,
  ]);
});

it('tells what the browser reported of its network and no event told, once', async () => {
  const reports = ['webrtc', `${TRACKER}/seen`, `${TRACKER}/unseen`, `${SHOP}own`, 'webrtc'];
  expect(await found([], { reports, seen: [`${TRACKER}/seen`] })).toEqual([
    'peer-connection ',
    `request ${TRACKER}/unseen`,
  ]);
});
