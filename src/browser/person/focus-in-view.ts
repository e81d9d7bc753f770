// Sees where a person goes by keyboard: first to the banner, and then nowhere behind it (2.4.11).

import { NAME } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { GiveWay } from './give-way.ts';

const bannerShown = () => own(document).querySelector(NAME)?.shadowRoot?.querySelector('.banner');

/** Of a person who is nowhere in the page yet, the first Tab leads to the banner, though it stands last. */
function leadToBanner(event: KeyboardEvent): void {
  const first = bannerShown()?.querySelector<HTMLElement>('[tabindex]');
  const isNowhere = own(document).activeElement?.localName === 'body' && !location.hash;
  if (!first || !isNowhere || event.shiftKey) return;
  event.preventDefault();
  first.focus();
}

/** @param load fetches what makes room, which a person with a pointer never needs. */
export function bringFocusInView(load: () => Promise<GiveWay | null>): void {
  let isPointer = false;
  let isFirst = true;
  const onPointer = () => {
    isPointer = true;
    isFirst = false;
  };
  const onKey = (event: KeyboardEvent) => {
    isPointer = false;
    if (event.key !== 'Tab') return;
    if (isFirst) leadToBanner(event);
    isFirst = false;
  };
  addEventListener('pointerdown', onPointer, true);
  addEventListener('keydown', onKey, true);
  own(document).addEventListener('focusin', async ({ target, relatedTarget }) => {
    const banner = bannerShown();
    if (!banner || !(target instanceof Element) || target.localName === NAME) return;
    // A pointer focuses what it sees, and may be on its way elsewhere: to a fragment, say. Keys on our own
    // controls are not heard out here.
    const isOutOfOurs = (relatedTarget as Element | null)?.localName === NAME;
    if ((isPointer && !isOutOfOurs) || !Element.prototype.matches.call(target, ':focus-visible'))
      return;
    (await load())?.(target, banner);
  });
}
