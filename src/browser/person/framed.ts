// Whether a page of another site is around this one.

/** In such a page ours can be see-through under any lure, and cannot know (F-45); one between two of ours is enough. */
export function isFramed(): boolean {
  try {
    let page: Window = window;
    while (page !== top && page.parent.location.href) page = page.parent;
    return page !== top;
  } catch {
    return true;
  }
}
