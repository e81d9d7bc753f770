// Who made a request, as far as it can be told without looking into the page.
import type { Request } from 'playwright';

interface Asker {
  /** `null` for a service worker, and for a frame that is not there yet. */
  readonly frameUrl: string | null;
  readonly isMainFrame: boolean;
}

export function askerOf(request: Request): Asker {
  try {
    const frame = request.frame();
    return { frameUrl: frame.url(), isMainFrame: frame.parentFrame() === null };
  } catch {
    return { frameUrl: null, isMainFrame: false };
  }
}

/** In words; `undefined` for the page itself, where the element is still to be found. */
export function byOf(request: Request): string | undefined {
  const from = request.redirectedFrom();
  if (from) return `a redirect from ${from.url()}`;
  const worker = request.serviceWorker();
  if (worker) return `the service worker ${worker.url()}`;
  const { frameUrl, isMainFrame } = askerOf(request);
  return isMainFrame || !frameUrl ? undefined : `the frame ${frameUrl}`;
}
