// Room behind the end of the page while the banner stands over it, so that what comes last can be reached (L-30).
import { own } from '../../core/own.ts';

/** Further from the end of the window than this, it hides nothing that scrolling would not bring out. */
const MARGIN_PX = 24;

/**
 * Nothing of the page moves: what is drawn in stands out of its flow, and lengthens what can be scrolled.
 *
 * @param box what the banner is drawn in. Its own style has the room: a value that is handed down would have every
 *   element in it worked out anew.
 */
export function createRoom(root: ShadowRoot, box: HTMLElement) {
  const { style } = box;
  let banner: Element | null = null;
  let measured = '';

  function measure(): void {
    const page = own(document).scrollingElement;
    const { top = 0, bottom = 0 } = banner?.getBoundingClientRect() ?? {};
    const last = root.host.parentElement?.getBoundingClientRect().bottom ?? 0;
    // An observer begins with what has just been measured.
    const now = `${[top, bottom, last, innerHeight]}`;
    if (now === measured) return;
    measured = now;
    style.cssText = 'inset-block-start:0';
    if (!page || bottom < innerHeight - MARGIN_PX || last <= top) return;
    const { scrollHeight: end, clientWidth } = page;
    const start = box.getBoundingClientRect().top + page.scrollTop;
    style.cssText = `inset-block-start:${end - start}px;block-size:${innerHeight - top}px`;
    // A scroll bar that was not there, and takes its place from the page, would move all of it.
    if (page.clientWidth !== clientWidth) style.cssText = '';
  }

  const observer = new ResizeObserver(measure);
  return (shown: Element | null): void => {
    banner = shown;
    measured = '';
    observer.disconnect();
    for (const each of [shown, shown && root.host.parentElement]) if (each) observer.observe(each);
    measure();
  };
}
