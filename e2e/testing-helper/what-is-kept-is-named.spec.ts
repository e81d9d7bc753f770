// Everything that can stay in a browser before a choice is caught, and named.
import { expect, test } from './leaky-site.ts';

const openDatabase =
  'indexedDB.open("visits").onupgradeneeded = (e) => e.target.result.createObjectStore("x")';

const PAGES = [
  {
    title: 'a cookie',
    script: 'document.cookie = "id=1"',
    says: /cookie "id" was set for localhost/,
  },
  {
    title: 'a cookie named as the one of a choice, which there is not',
    script: 'document.cookie = "s9-consent=1"',
    says: /cookie "s9-consent" was set for localhost/,
  },
  { title: 'localStorage', script: 'localStorage.id = 1', says: /localStorage holds "id"/ },
  { title: 'sessionStorage', script: 'sessionStorage.id = 1', says: /sessionStorage holds "id"/ },
  { title: 'IndexedDB', script: openDatabase, says: /the IndexedDB database "visits"/ },
  { title: 'Cache Storage', script: 'caches.open("seen")', says: /the cache "seen"/ },
  {
    title: 'window.name',
    script: 'window.name = "person-7"',
    says: /window\.name was set to "person-7"/,
  },
  {
    title: 'a service worker',
    script: 'navigator.serviceWorker.register("/sw.js")',
    says: /a service worker is registered at \/sw\.js/,
  },
  {
    title: 'a private file',
    script: 'navigator.storage.getDirectory().then((d) => d.getFileHandle("f", { create: true }))',
    says: /the private file "f"/,
  },
  {
    title: 'a storage bucket',
    script: 'navigator.storageBuckets.open("b")',
    says: /the storage bucket "b"/,
  },
];

for (const { title, script, says } of PAGES) {
  test(`L-10 ${title}`, async ({ open, page }) => {
    const files = { '/sw.js': '' };
    const done = `globalThis.done = Promise.resolve(${script.replaceAll('"', "'")}).then(() => 0)`;
    const after = () =>
      page.evaluate(() => (globalThis as unknown as { done: Promise<number> }).done);
    const watch = await open(`<script>${done}</script>`, { files, after });
    await expect(watch.expectSilence()).rejects.toThrow(says);
    await expect(watch.expectSilence()).rejects.toThrow(
      /1\. before the choice: .*\n[^]*allowStored/,
    );
  });
}

test('L-10 a cookie in the answer, unreadable to scripts', async ({ open }) => {
  const headers = { 'set-cookie': 'session=1; HttpOnly' };
  const watch = await open('', { headers });
  await expect(watch.expectSilence()).rejects.toThrow(
    /One thing must not be:\n {2}1\. before the choice: the cookie "session"[^]*by the answer of http/,
  );
});

test('L-10 a cookie of a third party', async ({ open }) => {
  const watch = await open('<img src="{tracker}/with-cookie.svg" alt="">', {
    reaches: '/with-cookie.svg',
  });
  await expect(watch.expectSilence()).rejects.toThrow(/the cookie "seen" was set for tracker/);
});

test('L-10 what a frame keeps', async ({ open }) => {
  const files = { '/frame.html': '<script>localStorage.inFrame = 1</script>' };
  const watch = await open('<iframe src="/frame.html" title="x"></iframe>', { files });
  await expect(watch.expectSilence()).rejects.toThrow(/localStorage holds "inFrame"/);
});

test('names that are allowed, cookies from before and deleted ones are no leaks', async ({
  open,
  context,
  site,
}) => {
  await context.addCookies([{ name: 'login', value: '1', url: site.origin }]);
  const watch = await open('<script>localStorage.cart_1 = sessionStorage.tab = 1</script>', {
    allowStored: ['cart_*', 'tab'],
    headers: { 'set-cookie': 'old=; Max-Age=0' },
  });
  await watch.expectSilence();
});
