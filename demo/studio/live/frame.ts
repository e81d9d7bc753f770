// A frame with the built widget in it: begun on a ground of its own, heard, and asked whether it is alive.
import { type Ground, lay, type View } from './ground.ts';

const FRAME = '/__studio/frame';

/** What the widget said in a frame's console, and what it refused. */
export interface Said {
  readonly warnings: readonly string[];
  readonly faults: readonly { readonly path: string; readonly expected: string }[];
}

interface Consent {
  readonly ready: Promise<unknown>;
  readonly state: { readonly decided: boolean; readonly recordId: string | null };
  reject(): Promise<unknown>;
  withdraw(): Promise<unknown>;
  open(view: string): Promise<unknown>;
  receipt(): Promise<object | null>;
}

export type FrameView = View & { readonly social9?: { readonly consent?: Consent } };

interface Beginning extends HTMLIFrameElement {
  begin?: (view: View) => void;
}

/** The page that was begun last in each frame: until it is there, the one before it is none of ours. */
const begun = new WeakMap<HTMLIFrameElement, Document>();

const OURS = /^Social9 Consent/;

/**
 * Shows a page in a frame, from its beginning.
 *
 * @param markup asked for when the frame is there: a design can have changed since.
 * @param hear told whenever the widget says something.
 */
export function show(
  frame: HTMLIFrameElement,
  markup: () => string,
  ground: Ground,
  hear?: (said: Said) => void,
): void {
  const warnings: string[] = [];
  const faults: { path: string; expected: string }[] = [];
  const tell = () => hear?.({ warnings: [...warnings], faults: [...faults] });
  begun.delete(frame);
  (frame as Beginning).begin = (view) => {
    begun.set(frame, view.document);
    lay(view, ground);
    for (const kind of ['warn', 'error'] as const) {
      const print = view.console[kind].bind(view.console);
      view.console[kind] = (...words: unknown[]) => {
        const text = String(words[0]);
        if (!OURS.test(text)) return print(...words);
        warnings.push(text);
        tell();
      };
    }
    view.document.addEventListener('s9:error', (event) => {
      const { what, path, expected } = (event as CustomEvent).detail as Record<string, string>;
      if (what === 'setting') faults.push({ path: path ?? '', expected: expected ?? '' });
      tell();
    });
    view.document.write(markup());
  };
  frame.src = FRAME;
}

export const pageIn = (frame: HTMLIFrameElement): Document | undefined => {
  const page = begun.get(frame);
  return page && frame.contentDocument === page ? page : undefined;
};

export const viewOf = (frame: HTMLIFrameElement): FrameView | undefined =>
  pageIn(frame)?.defaultView as FrameView | undefined;

export const consentIn = (frame: HTMLIFrameElement): Consent | undefined =>
  viewOf(frame)?.social9?.consent;

/** Elements of the widget in a frame's page, those in its shadow root; open ones, as any page has them. */
export function drawnIn(frame: HTMLIFrameElement, selector: string): HTMLElement[] {
  const host = pageIn(frame)?.querySelector('s9-consent');
  return [...(host?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
    (element) => element.getClientRects().length > 0,
  );
}

const LOOK_MS = 150;

/** Waits until something is so; `null` when it is not within the time. */
export async function until<T>(look: () => T | null | undefined | false, limitMs: number) {
  for (const end = performance.now() + limitMs; performance.now() < end; ) {
    const found = look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  return null;
}
