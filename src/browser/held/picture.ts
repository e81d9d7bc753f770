// The Customer's picture of what a frame will show, from the site itself: nobody else is asked for one (L-22).
import { PICTURE } from '../../core/name.ts';
import { own } from '../../core/own.ts';

/** What of a frame's attribute can be shown; anything but the site's own is named in the console, and not fetched. */
export function pictureOf(frame: Element): HTMLElement | undefined {
  const address = own(frame).getAttribute(PICTURE) ?? '';
  const picture = own(document).createElement('img');
  try {
    const { href, origin } = new URL(address, own(document).baseURI);
    if (origin === location.origin) {
      // It says nothing that the words do not, and is fetched when it comes in sight.
      return Object.assign(picture, { alt: '', loading: 'lazy', src: href });
    }
  } catch {
    // No address at all.
  }
  console.warn(`Social9 Consent: ${PICTURE}="${address}" is not shown: it is not of this site`);
  return;
}
