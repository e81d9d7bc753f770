// The names under which browsers know the widget.

/** Database, channel between tabs, cookie, custom element, Trusted Types policy. */
export const NAME = 's9-consent';

/** The custom element of a placeholder. */
export const PLACEHOLDER = 's9-placeholder';

/** The attribute of a held frame with the address of the Customer's picture for its placeholder. */
export const PICTURE = 'data-consent-picture';
