// Ways in which browsers fail to store, each as a function that runs in the page before the widget.

/** Init scripts run in a page of their own: each function must hold everything it uses. */
export const BROKEN: Readonly<Record<string, () => void>> = {
  'F-01 is missing': () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  'F-01 throws when it is touched': () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  },
  'F-01 throws when it is opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  },
  'F-03 refuses to open': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.defineProperty(request, 'error', {
        value: new DOMException('A mutation operation was attempted', 'InvalidStateError'),
      });
      setTimeout(() => {
        const event = new Event('error');
        (request as IDBOpenDBRequest).onerror?.(event);
        request.dispatchEvent(event);
      });
      return request as IDBOpenDBRequest;
    };
  },
  'F-04 never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  'F-05 is blocked by another connection': () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget() as IDBOpenDBRequest;
      setTimeout(() => {
        const event = new Event('blocked') as IDBVersionChangeEvent;
        request.onblocked?.(event);
        request.dispatchEvent(event);
      });
      return request;
    };
  },
  'F-06 loses its connection': () => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('The database connection is closing', 'InvalidStateError');
    };
  },
};
