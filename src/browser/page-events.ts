// Tells the page: listeners of the API, and `s9:…` events on the document.
import type { Announce, AnnouncementType } from '../core/ports.ts';

type Listener = (detail: unknown) => void;

export function createPageEvents(): { announce: Announce; on(type: AnnouncementType, listener: Listener): () => void } {
  const target = new EventTarget();
  return {
    announce(type, detail) {
      // Dispatched events report a listener's error and go on; a plain call would stop us.
      target.dispatchEvent(new CustomEvent(type, { detail }));
      document.dispatchEvent(new CustomEvent(`s9:${type}`, { detail }));
    },
    on(type, listener) {
      const hear = (event: Event): void => listener((event as CustomEvent<unknown>).detail);
      target.addEventListener(type, hear);
      return () => target.removeEventListener(type, hear);
    },
  };
}
