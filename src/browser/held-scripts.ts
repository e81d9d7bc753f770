// Runs held scripts once each, in document order, inline ones after the external ones before them.
import { isSpent, nextSlice } from './slices.ts';
import { setSource, setText } from './trusted.ts';

const isAsync = (held: HTMLScriptElement): boolean => held.hasAttribute('async');
const isModule = (held: HTMLScriptElement): boolean => held.dataset['type'] === 'module';
const isExternal = (held: HTMLScriptElement): boolean => held.dataset['src'] !== undefined;
/** A browser runs these after the document has been parsed; so do we. */
export const isDeferred = (held: HTMLScriptElement): boolean =>
  !isAsync(held) && (isModule(held) || (isExternal(held) && held.hasAttribute('defer')));

const HELD_ONLY = /^(type|data-type|data-src|nonce)$/;

/** A held script stays inert for ever once parsed; only a new element with its attributes can run. */
function liveCopyOf(held: HTMLScriptElement): HTMLScriptElement {
  const live = document.createElement('script');
  for (const { name, value } of held.attributes) {
    if (!HELD_ONLY.test(name)) live.setAttribute(name, value);
  }
  if (held.dataset['type']) live.type = held.dataset['type'];
  live.nonce = held.nonce;
  live.async = isAsync(held);
  return live;
}

/** Puts the live script in place; resolves when it has run or failed, `null` when none has to wait. */
function run(held: HTMLScriptElement, live: HTMLScriptElement): Promise<unknown> | null {
  const url = held.dataset['src'];
  const done = new Promise((resolve) => {
    live.onload = live.onerror = resolve;
  });
  if (url === undefined) setText(live, held.text);
  else setSource(live, url);
  held.replaceWith(live);
  // Only external scripts tell when they have run; an inline module runs after the others anyway.
  return url === undefined || live.async ? null : done;
}

/**
 * Takes scripts in document order.
 *
 * @param mayRun asked again right before each runs: it can have been withdrawn while others loaded.
 */
export function createScriptRunner(
  mayRun: (held: HTMLScriptElement) => boolean,
  onRun: (live: HTMLScriptElement, held: HTMLScriptElement) => void,
) {
  const queue: HTMLScriptElement[] = [];
  let isDraining = false;

  async function drain(): Promise<void> {
    let before: Promise<unknown>[] = [];
    for (let held = queue.shift(); held; held = queue.shift()) {
      if (!isExternal(held) && before.length > 0) {
        await Promise.all(before);
        before = [];
      }
      if (isSpent()) await nextSlice();
      if (!mayRun(held)) continue;
      const live = liveCopyOf(held);
      const done = run(held, live);
      if (done) before.push(done);
      onRun(live, held);
    }
    await Promise.all(before);
  }

  /** A script added while others load waits for them all: they came first. */
  async function drainAll(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    while (queue.length > 0) await drain();
    isDraining = false;
  }

  return (held: HTMLScriptElement): void => {
    queue.push(held);
    void drainAll();
  };
}
