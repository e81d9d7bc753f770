// Draws in a held frame's own empty document: the page keeps every element as it was written.

import type { LayOver } from '../../core/ask/ask.ts';
import { NAME, PLACEHOLDER } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** What is drawn for one frame. */
export interface Drawing {
  /** What stands in the frame, or over it; each document of the frame gets another. */
  readonly host: () => Element | undefined;
  /** Draws where the frame lets it, in the look of the page as it is now. */
  place(): void;
  /** Takes it away, and leaves nothing. */
  remove(): void;
}

/** In a sandbox without scripts WebKit tells us of no press. What is neither is on its way to be empty. */
const isShut = (frame: HTMLIFrameElement): boolean =>
  frame.matches(
    frame.contentDocument ? '[sandbox]:not([sandbox~="allow-scripts" i])' : '[sandbox],[src]',
  );

/** No style of the page reaches into a frame. */
function carryLook(host: HTMLElement, css: string): void {
  const styles = getComputedStyle(
    own(document).querySelector(NAME) ?? own(document).documentElement,
  );
  for (const property of css.match(/--s9-[\w-]+/g) ?? []) {
    host.style.setProperty(property, styles.getPropertyValue(property));
  }
}

export interface DrawingParts {
  readonly createBox: () => Element;
  readonly css: string;
  readonly theme: Settings['theme'];
  /** For frames that nobody can draw in; `null` where it is not to be had: they stay empty. */
  readonly loadCover: () => Promise<LayOver | null>;
  readonly onDrawn: () => void;
}

export function createDrawing(
  frame: HTMLIFrameElement,
  { createBox, css, theme, loadCover, onDrawn }: DrawingParts,
): Drawing {
  let host: HTMLElement | undefined;
  let takeOff: (() => void) | undefined;
  let isRemoved = false;

  /** Anew for each document: what has lost its own hears no press any more, but in Firefox. */
  function draw(inside: Document, lay: LayOver | false): void {
    takeOff?.();
    const made = own(document).createElement(PLACEHOLDER);
    const root = made.attachShadow({ mode: 'open' });
    root.append(createBox());
    takeOff = () => made.remove();
    made.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
    if (lay) takeOff = lay(made, frame);
    else inside.documentElement.append(made);
    // The sheets of a document must be made by its own window.
    const sheet = new (inside.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    host = made;
    onDrawn();
  }

  async function place(): Promise<void> {
    const inside = isShut(frame) ? document : frame.contentDocument;
    // Neither is there in a frame that is leaving the page.
    if (!inside?.defaultView || !inside.documentElement) return;
    const isDrawn = () => host?.isConnected && host.ownerDocument === inside;
    if (!isDrawn()) {
      const lay = inside === document && (await loadCover());
      if (isRemoved || isDrawn() || lay === null) return;
      draw(inside, lay);
    }
    if (host) carryLook(host, css);
  }

  // A frame that was moved, or whose stand-in has come, has another document.
  frame.addEventListener('load', place);
  return {
    host: () => host,
    place,
    remove() {
      isRemoved = true;
      frame.removeEventListener('load', place);
      takeOff?.();
    },
  };
}
