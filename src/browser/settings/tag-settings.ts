// What a Customer gave: a tag, an object, and whether more stands in the page.

/** JSON in the page, before the tag; no request. */
export const IN_PAGE = 'script[data-s9-config]';

/** Settings as given: by a tag and its page, or by a call. */
export interface GivenToTag {
  /** `data-…` of the tag. */
  readonly scalars: Readonly<Record<string, string | undefined>>;
  /** What `createConsent()` was called with. */
  readonly data?: object;
}
