// Runs in the page before all else, and notes when the notice is on screen, the presses, and the long tasks.

/** Holds everything it uses. `layer` is looked for each frame; a page that is not to be watched has none. */
export function watchPage({ host, layer }) {
  if (globalThis.top !== globalThis) return;
  const seen = { longMs: 0, pressMs: 0, paintMs: 0, shift: 0 };
  globalThis.seen = seen;
  const observe = (type, each, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe('longtask', ({ duration }) => {
    seen.longMs = Math.max(seen.longMs, duration);
  });
  observe('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  observe(
    'event',
    ({ interactionId, duration }) => {
      if (interactionId) seen.paintMs = Math.max(seen.paintMs, duration);
    },
    { durationThreshold: 16 },
  );
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaintMs = startTime;
  });
  addEventListener(
    'click',
    ({ timeStamp }) => {
      seen.pressMs = timeStamp;
    },
    true,
  );
  if (!layer) return;
  const isThere = () => {
    const root = host ? document.querySelector(host)?.shadowRoot : document;
    const element = root?.querySelector(layer);
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return false;
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 10 && top < innerHeight && bottom > 0;
  };
  const { port1, port2 } = new MessageChannel();
  // After the frame that shows it.
  port1.onmessage = () => {
    seen.visibleMs ??= performance.now();
  };
  const each = () => {
    if (document.body && isThere()) port2.postMessage(0);
    else requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
}
