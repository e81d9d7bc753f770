// All the page is told: one name, one meaning, one detail each. `consent.on(type)` and `s9:type` on the document.
import type { GrantingAction, Refusal, View } from './ask/ask.ts';
import type { ChoiceSource } from './choice/choice.ts';
import type { CollectionState } from './choice/collections.ts';
import type { ConsentState } from './choice/state.ts';
import type { MarkupFault } from './gate/marked.ts';
import type { Remains } from './gate/remains.ts';

/** A control was pressed, or a call made, that could have granted something and did not count. */
export interface RefusedPress {
  /** What it would have done; how the choice would have come about, for a call of the site. */
  readonly action: GrantingAction | ChoiceSource;
  readonly reason: Refusal;
}

/** A request to another site that no choice explains; told where the setting `watch` is on. */
export interface RefusedRequest {
  readonly action: 'request';
  /** `undeclared`: a released script can have asked, but no service of the policy names the host. */
  readonly reason: 'leak' | 'undeclared';
  /** Without query and fragment. */
  readonly url: string;
  readonly host: string;
  /** What made it, as the browser lists it: `img`, `script`, `fetch` … */
  readonly initiator: string;
  /** A policy of the page stopped it. */
  readonly blocked: boolean;
  /** The element that fetches from there, if one is found. */
  readonly element?: Element;
  /** Of the purpose whose service has the host, if any. */
  readonly purpose?: string | undefined;
  readonly service?: string | undefined;
}

/** A marked element that does not do what it is marked for; told where the setting `watch` is on. */
export interface RefusedMarkup {
  readonly action: 'markup';
  /**
   * `undeclared`: no service of the policy names the host. `live`: the address stands in a held template
   * where Firefox fetches it before any choice.
   */
  readonly reason: MarkupFault;
  /** Without query and fragment. */
  readonly url: string;
  readonly host: string;
  /** The marked element; in a template, the one that stands there live. */
  readonly element: Element;
}

/** Something of the outside is not as it should be; nothing is granted by it. */
export interface Failure {
  /** `file`: one of the widget's. `history`: the stored records. `setting`: what a Customer wrote. */
  readonly what: 'file' | 'history' | 'setting';
  /** Name of the file, key in the database, path of the setting. */
  readonly path: string;
  readonly expected: string;
}

/** Type → detail. */
export interface Announcements {
  /** The stored choice has been read, or found missing. Once a page. */
  ready: ConsentState;
  /** Another choice is in force, of this tab or another one, with what a denial could not undo. */
  change: ConsentState & { readonly remains: Remains };
  /**
   * Somebody has agreed in a form to a collection, or taken that back. Told in the tab where it was done, once,
   * when its record is kept.
   */
  collection: CollectionState & { readonly id: string };
  /** A view is on screen. */
  open: { readonly view: View };
  /** No view is on screen any more. */
  close: { readonly view: null };
  /** An element was released; `element` is the live one. */
  release: { readonly element: Element; readonly ids: readonly string[] };
  refused: RefusedPress | RefusedRequest | RefusedMarkup;
  error: Failure;
}

export type AnnouncementType = keyof Announcements;

/** Every type; the API checks a listener's against it. */
export const ANNOUNCEMENT_TYPES: readonly AnnouncementType[] = [
  'ready',
  'change',
  'open',
  'close',
  'release',
  'collection',
  'refused',
  'error',
];

export type Announce = <T extends AnnouncementType>(type: T, detail: Announcements[T]) => void;

/** Listens; returns a function that stops listening. */
export type Listen = <T extends AnnouncementType>(
  type: T,
  listener: (detail: Announcements[T]) => void,
) => () => void;
