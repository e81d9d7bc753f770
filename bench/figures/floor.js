// The least that can do the job, to read ratios from; no product. `data-keep="record"` keeps the answer as ours
// does, one record in IndexedDB that is on disk before anything is released; without it in localStorage.
(() => {
  const KEY = 'floor';
  const isRecord = document.currentScript.dataset.keep === 'record';
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = () => {
    const request = indexedDB.open(KEY, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(KEY);
    return done(request);
  };
  const read = async () => done((await open()).transaction(KEY).objectStore(KEY).get(KEY));
  const write = async (answer) => {
    const transaction = (await open()).transaction(KEY, 'readwrite');
    transaction.objectStore(KEY).put(answer, KEY);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  };

  function release({ granted }) {
    if (!granted) return;
    for (const held of document.querySelectorAll('script[type="text/plain"][data-held]')) {
      const script = document.createElement('script');
      if (held.dataset.src) script.src = held.dataset.src;
      else script.text = held.text;
      held.replaceWith(script);
    }
    for (const frame of document.querySelectorAll('iframe[data-src]')) {
      frame.src = frame.dataset.src;
    }
  }

  function ask() {
    const host = document.createElement('div');
    host.id = 'floor';
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<style>section { position: fixed; inset: auto 16px 16px; box-sizing: border-box; max-width: 420px;
padding: 16px; border: 1px solid #767676; background: #fff; color: #111; font: 16px/1.5 sans-serif }
button { font: inherit; padding: 8px 12px }</style>
<section aria-label="Privacy"><h2>Your choice</h2>
<p>To count visits, and to show videos and posts. <a href="/privacy">Privacy policy</a></p>
<button id="yes">Accept all</button> <button id="no">Reject all</button></section>`;
    const answer = async (granted) => {
      host.remove();
      if (isRecord) await write({ granted, at: Date.now() });
      else localStorage.setItem(KEY, JSON.stringify({ granted }));
      release({ granted });
    };
    root.getElementById('yes').onclick = () => answer(true);
    root.getElementById('no').onclick = () => answer(false);
    document.body.append(host);
  }

  const decide = (kept) => (kept ? release(kept) : ask());
  if (isRecord) read().then(decide);
  else decide(JSON.parse(localStorage.getItem(KEY)));
})();
