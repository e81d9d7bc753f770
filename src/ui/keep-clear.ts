// The fixed notice never hides what has the focus: the page scrolls, or else the notice moves (2.4.11).

const GAP_PX = 8;

/** How far the page must scroll to bring an element out from under the notice; 0 when it is clear. */
function overlap(element: Element, notice: Element): number {
  const inner = element.getBoundingClientRect();
  const outer = notice.getBoundingClientRect();
  const isApart =
    inner.right <= outer.left ||
    inner.left >= outer.right ||
    inner.bottom <= outer.top ||
    inner.top >= outer.bottom;
  if (isApart) return 0;
  return outer.top > innerHeight - outer.bottom
    ? inner.bottom - outer.top + GAP_PX
    : inner.top - outer.bottom - GAP_PX;
}

/** @param notice the notice on screen, if there is one. */
export function keepClear(root: ShadowRoot, notice: () => Element | null): void {
  document.addEventListener('focusin', ({ target }) => {
    const shown = notice();
    if (!shown || !(target instanceof Element) || target === root.host) return;
    shown.classList.remove('aside');
    scrollBy({ top: overlap(target, shown), behavior: 'instant' });
    // At the end of the page there is nothing left to scroll.
    shown.classList.toggle('aside', overlap(target, shown) !== 0);
  });
}
