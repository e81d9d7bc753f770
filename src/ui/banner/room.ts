// Room behind the end of the page while the banner stands over it, so that what comes last can be reached (L-30).
import { own } from '../../core/own.ts';
import { element } from '../elements/element.ts';
import { adopt, sheetOf } from '../sheets.ts';

/** Further from the end of the window than this, it hides nothing that scrolling would not bring out. */
const MARGIN_PX = 24;

/**
 * Nothing of the page moves: an element that stands out of its flow lengthens what can be scrolled. It is one of its
 * own, for what the banner is drawn in takes the browser long to style anew.
 *
 * @param box what the banner is drawn in.
 */
export function createRoom(root: ShadowRoot, box: Element) {
  const room = element('div', { class: 'room' });
  const sheet = sheetOf('');
  adopt(root, sheet);
  box.prepend(room);
  let banner: Element | null = null;
  let measured = '';

  const place = (startPx: number, px: number): void => {
    sheet.replaceSync(
      `.room{position:absolute;inset-block-start:${startPx}px;inline-size:1px;block-size:${px}px}`,
    );
  };

  function measure(): void {
    const page = own(document).scrollingElement;
    const { top = 0, bottom = 0 } = banner?.getBoundingClientRect() ?? {};
    const last = root.host.parentElement?.getBoundingClientRect().bottom ?? 0;
    // An observer begins with what has just been measured.
    const now = `${[top, bottom, last, innerHeight]}`;
    if (now === measured) return;
    measured = now;
    place(0, 0);
    if (!page || bottom < innerHeight - MARGIN_PX || last <= top) return;
    const { scrollHeight: end, clientWidth } = page;
    place(end - page.scrollTop - room.getBoundingClientRect().top, innerHeight - top);
    // A scroll bar that was not there, and takes its place from the page, would move all of it.
    if (page.clientWidth !== clientWidth) place(0, 0);
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
