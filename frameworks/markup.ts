// Types of the attributes that pages write, for the templates that check them.
import type { View } from '../src/core/ask/ask.ts';

/** On any element. `null` and `undefined` leave one out. `data-src` and the like are others' too, and stay theirs. */
export interface ConsentAttributes {
  /** Purposes and `service:…` ids: all of them have to be granted before the element comes. */
  'data-consent'?: string | null | undefined;
  /** A picture of the page's own origin for a frame's placeholder. */
  'data-consent-picture'?: string | null | undefined;
  /** A press opens that view; the preferences without a value. */
  'data-consent-open'?: View | '' | true | null | undefined;
  /** In a form: a notice of what the collection of that id takes. */
  'data-consent-notice'?: string | null | undefined;
  /** On a hidden input: carries the number of that collection's record. */
  'data-consent-record'?: string | null | undefined;
}
