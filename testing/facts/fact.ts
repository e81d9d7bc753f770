// What was noticed, one fact a time: somebody was spoken to, or something was stored.

/** A request, or something that brings one about. */
export type ContactKind =
  | 'script'
  | 'stylesheet'
  | 'image'
  | 'media'
  | 'font'
  | 'frame'
  | 'form'
  | 'fetch'
  | 'beacon'
  | 'ping'
  | 'web-socket'
  | 'event-source'
  | 'web-transport'
  | 'peer-connection'
  | 'shared-worker'
  | 'prefetch'
  | 'report'
  | 'request'
  | 'redirect'
  | 'navigation'
  | 'hint'
  | 'speculation'
  /** Marked in the page, and yet not as it should be. */
  | 'template'
  | 'undeclared';

/** Something left in the browser. */
export type StoreKind =
  | 'cookie'
  | 'localStorage'
  | 'sessionStorage'
  | 'indexedDB'
  | 'cache-storage'
  | 'service-worker'
  | 'storage-bucket'
  | 'file'
  | 'window.name';

export interface Contact {
  readonly kind: ContactKind;
  /** Whole address of whoever is spoken to. */
  readonly url: string;
  /** Element, script and line, frame or worker; as much as the engine tells. */
  readonly by?: string | undefined;
}

export interface Stored {
  readonly kind: StoreKind;
  /** Address of whom it belongs to. */
  readonly url: string;
  readonly name: string;
  readonly by?: string | undefined;
}

export type Fact = Contact | Stored;

export const isStored = (fact: Fact): fact is Stored => 'name' in fact;
