// What a Customer may tell of the site before it is watched.
import type { PeerMarkup } from '../src/core/gate/peer-markup.ts';
import type { Settle } from './settle/settle.ts';

export interface WatchOptions {
  /**
   * Further addresses of the site's own: a host (`cdn.example.com`), all below one
   * (`*.example.com`), a host and port, the beginning of an address
   * (`https://cdn.example.com/fonts/`), or of a path of the site (`/worker.js`). Default: none. The
   * host and port the page is opened at, and the widget's files wherever they lie, need no mention.
   */
  readonly allow?: readonly string[];
  /**
   * Names of cookies, keys, databases, caches that the site cannot do without, such as a session
   * cookie; of a service worker, its script's path. `*` at the end stands for the rest. Default:
   * none. Cookies the context holds when watching begins, the widget's own database, and its
   * cookie for the server once there is a choice, need no mention.
   */
  readonly allowStored?: readonly string[];
  /**
   * Policy as given to `createConsent()`, for pages that start the widget from a bundle. Default:
   * read from the script tag, its `data-config`, `[data-s9-config]` and `social9.json` beside it.
   */
  readonly policy?: object;
  /** Endpoint as given to `createConsent()`. Default: read as `policy` is. */
  readonly endpoint?: string;
  /** Other widgets' markup as given to `createConsent()`. Default: read as `policy` is. */
  readonly markup?: readonly PeerMarkup[];
  /**
   * `allowlist`, in Chromium 152 and newer, has the browser report by `Connection-Allowlist` whom the page speaks
   * to: peer connections (WebRTC) too, whichever way they were made. The page's document is fetched by the test and
   * passed on with one header more; nothing is refused. A page on this machine is granted `local-network-access`.
   * Default: `events`, what the browser tells of requests.
   */
  readonly network?: 'events' | 'allowlist' | undefined;
  /** When a page counts as at rest. */
  readonly settle?: Settle;
}
