// Tells the page: `s9:…` events on the document, which the listeners of the API hear too.
import type { Announce, AnnouncementType } from '../core/ports.ts';

export const announce: Announce = (type, detail) => {
  // A listener that throws is reported by the browser and stops nothing of ours.
  document.dispatchEvent(new CustomEvent(`s9:${type}`, { detail }));
};

export function on(type: AnnouncementType, listener: (detail: unknown) => void): () => void {
  const hear = (event: Event): void => listener((event as CustomEvent<unknown>).detail);
  document.addEventListener(`s9:${type}`, hear);
  return () => document.removeEventListener(`s9:${type}`, hear);
}
