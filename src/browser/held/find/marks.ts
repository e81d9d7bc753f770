// What marks a held element: our own attributes, and those of other widgets that the settings name.

/** One for the page, lent by the tag: what reads another widget's markup puts its own in here. */
export const marks = {
  /** Fits every held element. */
  selector: '[data-consent]',
  /** An element is looked at when it comes, is marked, or its address is changed. */
  attributes: 'consent-notice consent src srcset poster href data'
    .split(' ')
    .flatMap((name) => [name, `data-${name}`]),
  /** The attribute that holds its address. */
  src: (_element: Element): string => 'data-src',
  /** What an element without an attribute of ours is marked with; empty where that is nothing. */
  theirs: undefined as ((element: Element) => readonly string[]) | undefined,
};
