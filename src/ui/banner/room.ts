// Room behind the end of the page while the banner stands over it, so that what comes last can be reached (L-30).
import { own } from '../../core/own.ts';
import { adopt, sheetOf } from '../sheets.ts';

/** Further from the end of the window than this, it hides nothing that scrolling would not bring out. */
const MARGIN_PX = 24;

/**
 * Nothing of the page moves: what is drawn in stands out of its flow, and lengthens what can be scrolled.
 *
 * @param box what the banner is drawn in.
 */
export function createRoom(root: ShadowRoot, box: Element) {
  const sheet = sheetOf('');
  adopt(root, sheet);
  let banner: Element | null = null;

  function measure(): void {
    sheet.replaceSync('');
    const page = own(document).scrollingElement;
    const { top = 0, bottom = 0 } = banner?.getBoundingClientRect() ?? {};
    const last = root.host.parentElement?.getBoundingClientRect().bottom ?? 0;
    if (!page || bottom < innerHeight - MARGIN_PX || last <= top) return;
    const { scrollHeight: end, clientWidth } = page;
    sheet.replaceSync(':host{--end:0px}');
    const start = box.getBoundingClientRect().top + page.scrollTop;
    sheet.replaceSync(`:host{--end:${end - start}px;--room:${innerHeight - top}px}`);
    // A scroll bar that was not there, and takes its place from the page, would move all of it.
    if (page.clientWidth !== clientWidth) sheet.replaceSync('');
  }

  const observer = new ResizeObserver(measure);
  return (shown: Element | null): void => {
    banner = shown;
    observer.disconnect();
    for (const each of [shown, shown && root.host.parentElement]) if (each) observer.observe(each);
    measure();
  };
}
