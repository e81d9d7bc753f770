// No page keeps the disk from all others of its site while it lies frozen in the back/forward cache (F-20).

/**
 * Takes back what a transaction has not written when its page is put there: WebKit freezes it in the midst of it, and
 * whoever opens the site waits for it from then on; Chromium throws the page away, and the transaction with it.
 */
export function endWhenFrozen(transaction: IDBTransaction): void {
  const end = ({ persisted }: PageTransitionEvent): void => {
    try {
      if (persisted) transaction.abort();
    } catch {
      // All of it was asked for, and needs the page no more.
    }
  };
  addEventListener('pagehide', end);
  const done = (): void => removeEventListener('pagehide', end);
  transaction.addEventListener('complete', done);
  transaction.addEventListener('abort', done);
}
