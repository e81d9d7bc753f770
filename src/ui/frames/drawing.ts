// Draws in a held frame's own empty document: the page keeps every element as it was written.

import type { Cover, LayOver, Question } from '../../core/ask/ask.ts';
import { NAME, PLACEHOLDER } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import controlsCss from '../elements/controls.css?inline';
import { LOOKS } from '../looks.ts';
import { schemeOf } from '../scheme.ts';
import themeCss from '../theme.css?inline';
import { tokensOf } from '../tokens.ts';
import placeholderCss from './placeholder.css?inline';

const CSS = themeCss + controlsCss + placeholderCss;

/** What is drawn for one frame. */
export interface Drawing {
  /** What stands in the frame, over it or apart from it; each document of the frame gets another. */
  readonly host: () => Element | undefined;
  /** Draws where the frame lets it, in the look of the page as it is now. */
  place(): void;
  /** Takes it away, and leaves nothing. */
  remove(): void;
}

/** In a sandbox without scripts WebKit tells us of no press. What is neither is on its way to be empty. */
const isShut = (frame: HTMLIFrameElement): boolean =>
  frame.contentDocument
    ? frame.matches('[sandbox]:not([sandbox~="allow-scripts" i])')
    : // Where the page itself is in a sandbox, it shares its origin with no frame.
      origin === 'null' || frame.matches('[sandbox],[src]');

/** No style of the page reaches into a frame, nor is anything handed down. */
function carryLook(host: HTMLElement, { theme, look }: Question): void {
  const from = own(document).querySelector(NAME) ?? own(document).documentElement;
  const handedDown = getComputedStyle(from);
  for (const [token, value] of tokensOf(from, LOOKS[look])) {
    const name = `--s9-${token}`;
    host.style.setProperty(name, value || handedDown.getPropertyValue(name));
  }
  const scheme = schemeOf(theme);
  for (const each of ['light', 'dark']) {
    host.shadowRoot?.querySelector('.s9')?.classList.toggle(each, each === scheme);
  }
}

export interface DrawingParts {
  readonly question: () => Question;
  readonly createBox: () => Element;
  /** `null` where it is not to be had: frames that nobody can draw in stay empty. */
  readonly loadCover: () => Promise<Cover | null>;
  readonly onDrawn: () => void;
}

/** @param openInstead what is done without a dialog; where it is given, the drawing opens in one. */
export function createDrawing(
  frame: HTMLIFrameElement,
  { question, createBox, loadCover, onDrawn }: DrawingParts,
  openInstead?: () => void,
): Drawing {
  let host: HTMLElement | undefined;
  let takeOff: (() => void) | undefined;
  let isRemoved = false;

  /** Anew for each document: what has lost its own hears no press any more, but in Firefox. */
  function draw(inside: Document, lay: LayOver | undefined): void {
    takeOff?.();
    const made = own(document).createElement(PLACEHOLDER);
    const root = made.attachShadow({ mode: 'open' });
    root.append(createBox());
    takeOff = () => made.remove();
    if (lay) takeOff = lay(made, frame);
    else inside.documentElement.append(made);
    // The sheets of a document must be made by its own window.
    const sheet = new (inside.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(CSS);
    root.adoptedStyleSheets = [sheet];
    host = made;
    onDrawn();
  }

  const where = (): Document | null =>
    openInstead || isShut(frame) ? document : frame.contentDocument;

  async function place(): Promise<void> {
    const inside = where();
    // Neither is there in a frame that is leaving the page.
    if (!inside?.defaultView || !inside.documentElement) return;
    const isDrawn = () => host?.isConnected && host.ownerDocument === inside;
    if (!isDrawn()) {
      const cover = inside === document ? await loadCover() : undefined;
      // While that was fetched the frame can have become one to draw in.
      if (isRemoved || isDrawn() || inside !== where()) return;
      if (cover === null) return openInstead?.();
      draw(inside, cover?.[openInstead ? 'openDialog' : 'layOver']);
    }
    if (host) carryLook(host, question());
  }

  // A frame that was moved, or whose stand-in has come, has another document.
  if (!openInstead) frame.addEventListener('load', place);
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
