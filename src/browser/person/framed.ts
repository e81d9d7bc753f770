// Whether a page of another site is around this one.

/** In such a page ours can be see-through under any lure, and cannot know (F-45). */
export function isFramed(): boolean {
  try {
    return !top?.location.href;
  } catch {
    return true;
  }
}
