import { EventEmitter } from 'node:events';
import type { Page, Request, WebSocket } from 'playwright';
import { expect, it } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { Neighbours } from '../facts/neighbours.ts';
import { answerTo, nearShop, type Recorded, requestOf, SHOP, TRACKER } from '../fakes.ts';
import { hearTraffic } from './traffic.ts';

/** A page that can be made to ask, and others in its context. */
function stage(near = nearShop()) {
  const context = new EventEmitter();
  const pageOf = () => Object.assign(new EventEmitter(), { context: () => context });
  const page = pageOf();
  const facts = new Set<Fact>();
  const traffic = hearTraffic(page as unknown as Page, near, {
    add: (fact) => facts.add(fact),
    retract: (fact) => facts.delete(fact),
  });
  const by = (asker: object, recorded: Recorded): Request => {
    const request = requestOf(recorded);
    const frame = recorded.frame === null ? null : request.frame();
    return Object.assign(request, {
      frame() {
        if (!frame) throw new Error('no frame yet');
        return Object.assign(frame, { page: () => asker });
      },
    });
  };
  const told = () => [...facts].map(({ kind, url }) => `${kind} ${url}`);
  return { context, page, pageOf, traffic, told, by };
}

const pixel = { url: `${TRACKER}/a.svg`, type: 'image' };
const socket = (url: string) => ({ url: () => url }) as WebSocket;

it('hears whom the page asks, but for the site itself', () => {
  const { context, page, traffic, told, by } = stage();
  context.emit('request', by(page, pixel));
  context.emit('request', by(page, { url: `${SHOP}own.svg`, type: 'image' }));
  expect(told()).toEqual(['image https://tracker.example/a.svg']);
  expect(traffic.hasSeen(`${SHOP}own.svg`)).toBe(true);
  expect(traffic.hasSeen(`${SHOP}other.svg`)).toBe(false);
});

it('hears nothing of other pages of the context', () => {
  const { context, pageOf, traffic, told, by } = stage();
  context.emit('request', by(pageOf(), pixel));
  expect(told()).toEqual([]);
  expect(traffic.activity.count).toBe(0);
});

it('hears windows the page opened, and windows of those', () => {
  const { context, page, pageOf, told, by } = stage();
  const [window, second] = [pageOf(), pageOf()];
  page.emit('popup', window);
  window.emit('popup', second);
  context.emit('request', by(second, pixel));
  window.emit('websocket', socket('wss://tracker.example/s'));
  expect(told()).toEqual([
    'image https://tracker.example/a.svg',
    'web-socket wss://tracker.example/s',
  ]);
});

it('takes service workers, and what is in no frame yet, for the page’s own', () => {
  const { context, told, by } = stage();
  context.emit('request', by({}, { ...pixel, serviceWorker: `${SHOP}sw.js` }));
  context.emit('request', by({}, { ...pixel, url: `${TRACKER}/b`, frame: null }));
  expect(told()).toHaveLength(2);
});

it('learns the site from the first page that is opened, and keeps it', () => {
  const near = new Neighbours([]);
  const { context, page, by } = stage(near);
  context.emit('request', by(page, { url: 'http://localhost:81/', isNavigation: true }));
  expect(near.ownHost).toBe('localhost:81');
  context.emit('request', by(page, { url: `${TRACKER}/landing`, isNavigation: true }));
  expect(near.ownHost).toBe('localhost:81');
});

it('does not learn the site from a frame or an image', () => {
  const near = new Neighbours([]);
  const { context, page, by } = stage(near);
  const frame = { url: `${SHOP}frame`, isMain: false };
  context.emit('request', by(page, { url: `${TRACKER}/frame`, isNavigation: true, frame }));
  context.emit('request', by(page, pixel));
  expect(near.ownHost).toBe('');
});

it('hears sockets, which no request tells of', () => {
  const { page, traffic, told } = stage();
  page.emit('websocket', socket('wss://tracker.example/s'));
  page.emit('websocket', socket('wss://shop.example/s'));
  expect(told()).toEqual(['web-socket wss://tracker.example/s']);
  expect(traffic.activity).toMatchObject({ open: 0, count: 2 });
  expect(traffic.hasSeen('wss://shop.example/s')).toBe(true);
});

it('follows a request until it finished or failed', () => {
  const { context, page, traffic, by } = stage();
  const [one, two] = [by(page, pixel), by(page, pixel)];
  context.emit('request', one);
  context.emit('request', two);
  expect(traffic.activity.open).toBe(2);
  context.emit('requestfinished', one);
  context.emit('requestfailed', two);
  expect(traffic.activity).toMatchObject({ open: 0, count: 4 });
});

it('L-22 takes back what a Content Security Policy kept in, and nothing that failed otherwise', () => {
  const { context, page, told, by } = stage();
  const ends = (errorText: string) => {
    const request = Object.assign(by(page, { ...pixel, url: `${TRACKER}/${errorText}` }), {
      failure: () => ({ errorText }),
    });
    context.emit('request', request);
    context.emit('requestfailed', request);
  };
  for (const reason of ['csp', 'net::ERR_NAME_NOT_RESOLVED', 'net::ERR_BLOCKED_BY_CLIENT']) {
    ends(reason);
  }
  expect(told()).toEqual([
    'image https://tracker.example/net::ERR_NAME_NOT_RESOLVED',
    'image https://tracker.example/net::ERR_BLOCKED_BY_CLIENT',
  ]);
});

it('reads the headers of each answer, and can wait for them', async () => {
  const { context, page, pageOf, traffic, told, by } = stage();
  const answers = (asker: object) =>
    Object.assign(answerTo(pixel, [{ name: 'set-cookie', value: 'id=1' }]), {
      request: () => by(asker, pixel),
    });
  context.emit('response', answers(page));
  context.emit('response', answers(pageOf()));
  expect(told()).toEqual([]);
  await traffic.headersRead();
  expect(told()).toEqual(['cookie https://tracker.example/a.svg']);
});

it('passes over an answer whose page is gone', async () => {
  const { context, page, traffic, told, by } = stage();
  const gone = Object.assign(answerTo(pixel, []), {
    request: () => by(page, pixel),
    headersArray: () => Promise.reject(new Error('Target page has been closed')),
  });
  context.emit('response', gone);
  await traffic.headersRead();
  expect(told()).toEqual([]);
});

it('hears nothing any more when it is closed', () => {
  const { context, page, pageOf, traffic, told, by } = stage();
  const window = pageOf();
  page.emit('popup', window);
  traffic.close();
  context.emit('request', by(page, pixel));
  page.emit('websocket', socket('wss://tracker.example/s'));
  window.emit('websocket', socket('wss://tracker.example/s'));
  const names = [context, page, window].flatMap((each) => each.eventNames());
  expect({ told: told(), names }).toEqual({ told: [], names: [] });
});
