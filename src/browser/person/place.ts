// Where a person has put the permanent control: in this tab, and nothing is kept before somebody has (L-10).
/** As `inset` of CSS has it. */
const KEY = 's9-consent-place';

/** Puts it where this tab has it; where nobody has moved it, it stays. */
export function putBack({ style }: HTMLElement): void {
  try {
    // Over what a page says of the part: it is a person's wish.
    style.setProperty('inset', sessionStorage.getItem(KEY), 'important');
  } catch {
    // Blocked: nothing stands there.
  }
}

/** @param inset `null` forgets it. */
export function move(control: HTMLElement | null, inset: string | null): void {
  control?.style.setProperty('inset', inset, 'important');
  try {
    if (inset) sessionStorage.setItem(KEY, inset);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Blocked or full: it lasts as long as the page.
  }
}

export type Move = typeof move;
