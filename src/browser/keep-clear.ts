// The fixed notice never hides what has the focus: the page scrolls, or else the notice moves (2.4.11).

const GAP_PX = 8;

/** How far the page must scroll until an element is in view and clear of the notice. */
function wayOut(element: Element, notice: Element): number {
  const inner = element.getBoundingClientRect();
  const outer = notice.getBoundingClientRect();
  if (inner.right <= outer.left || inner.left >= outer.right) return 0;
  const isAtBottom = outer.top > innerHeight - outer.bottom;
  const below = inner.bottom - (isAtBottom ? outer.top : innerHeight);
  const above = inner.top - (isAtBottom ? 0 : outer.bottom);
  if (below > 0) return below + GAP_PX;
  return above < 0 ? above - GAP_PX : 0;
}

/** Whether scrolling was enough. */
function scrollClear(element: Element, notice: Element): boolean {
  scrollBy({ top: wayOut(element, notice), behavior: 'instant' });
  return !wayOut(element, notice);
}

export function keepClear(): void {
  document.addEventListener('focusin', ({ target }) => {
    const host = document.querySelector('s9-consent');
    const shown = host?.shadowRoot?.querySelector('.notice');
    if (!shown || !(target instanceof Element) || target === host) return;
    // A pointer focuses what it sees, and may be on its way elsewhere: to a fragment, say.
    if (!target.matches(':focus-visible')) return;
    // At the ends of the page there is nothing left to scroll: it shrinks, then changes sides.
    for (const aside of ['no', 'shrunk', 'across']) {
      shown.setAttribute('data-aside', aside);
      if (scrollClear(target, shown)) return;
    }
  });
}
