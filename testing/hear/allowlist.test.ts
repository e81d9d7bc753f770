import { EventEmitter } from 'node:events';
import type { Page } from 'playwright';
import { expect, it, vi } from 'vitest';
import { openAllowlist } from './allowlist.ts';

type Handler = (route: object) => Promise<unknown>;

/** A page of a browser of this version; `hasDevtools` as Chromium has them. */
async function stage(version = '156.0.1', hasDevtools = true) {
  const session = Object.assign(new EventEmitter(), {
    send: async () => ({}),
    detach: async () => undefined,
  });
  const grantPermissions = vi.fn(async () => undefined);
  let handler: Handler = async () => undefined;
  const page = {
    context: () => ({
      browser: () => ({ version: () => version, browserType: () => ({ name: () => 'some' }) }),
      newCDPSession: async () => {
        if (!hasDevtools) throw new Error('not Chromium');
        return session;
      },
      grantPermissions,
    }),
    route: async (_: string, given: Handler) => void (handler = given),
    unroute: async () => undefined,
  } as unknown as Page;
  const allowlist = await openAllowlist(page);
  const report = (type: string, body: object) =>
    session.emit('Network.reportingApiReportAdded', { report: { type, body } });
  return { allowlist, report, grantPermissions, ask: (route: object) => handler(route) };
}

const routeOf = (url: string, isNavigation = true, isInFrame = false) => ({
  request: () => ({
    url: () => url,
    isNavigationRequest: () => isNavigation,
    frame: () => ({ parentFrame: () => (isInFrame ? {} : null) }),
  }),
  fetch: async () => ({ headers: () => ({ server: 'x' }) }),
  fulfill: vi.fn(async () => undefined),
  fallback: vi.fn(async () => undefined),
});

it('gives what was reported of connections, once', async () => {
  const { allowlist, report } = await stage();
  report('connection-allowlist', { connection: 'webrtc' });
  report('connection-allowlist', { other: 1 });
  report('csp-violation', { connection: 'x' });
  expect(allowlist.take()).toEqual(['webrtc']);
  expect(allowlist.take()).toEqual([]);
  await allowlist.close();
});

it('puts the header on the document of the page, and touches nothing else', async () => {
  const { ask } = await stage();
  const document = routeOf('https://shop.example/');
  await ask(document);
  expect(document.fulfill).toHaveBeenCalledWith(
    expect.objectContaining({
      headers: {
        server: 'x',
        'connection-allowlist-report-only': '(response-origin);report-to=s9-watch',
      },
    }),
  );
  for (const other of [
    routeOf('https://shop.example/a.js', false),
    routeOf('https://shop.example/frame', true, true),
    { ...routeOf('https://gone.example/'), fetch: () => Promise.reject(new Error('gone')) },
  ]) {
    await ask(other);
    expect(other.fallback).toHaveBeenCalled();
    expect(other.fulfill).not.toHaveBeenCalled();
  }
});

it('lets a page on this machine speak to it, and no other', async () => {
  const { ask, grantPermissions } = await stage();
  await ask(routeOf('https://shop.example/'));
  expect(grantPermissions).not.toHaveBeenCalled();
  await ask(routeOf('http://shop.localhost:3000/a'));
  expect(grantPermissions).toHaveBeenCalledWith(['local-network-access'], {
    origin: 'http://shop.localhost:3000',
  });
});

it('says where there is none', async () => {
  const message = "network: 'allowlist': expected Chromium 152 or newer, not some";
  await expect(stage('151.0', true)).rejects.toThrow(message);
  await expect(stage('156.0', false)).rejects.toThrow(message);
});
