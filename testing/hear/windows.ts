// The page and every window it opens, and which requests are theirs.
import type { Page, Request, WebSocket } from 'playwright';

export class Windows {
  readonly #pages = new Set<Page>();
  readonly #onSocket: (socket: WebSocket) => void;

  constructor(page: Page, onSocket: (socket: WebSocket) => void) {
    this.#onSocket = onSocket;
    this.#adopt(page);
  }

  /** Service workers belong to the site, not to a page; so may what is in no frame yet. */
  isTheirs(request: Request): boolean {
    if (request.serviceWorker()) return true;
    try {
      return this.#pages.has(request.frame().page());
    } catch {
      return true;
    }
  }

  close(): void {
    for (const page of this.#pages) {
      page.off('websocket', this.#onSocket);
      page.off('popup', this.#adopt);
    }
  }

  readonly #adopt = (page: Page): void => {
    this.#pages.add(page);
    page.on('websocket', this.#onSocket);
    page.on('popup', this.#adopt);
  };
}
