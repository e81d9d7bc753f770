// Tells the page: `s9:…` events on the document, which the listeners of the API hear too.
import type { Announce, Listen } from '../../core/announcements.ts';
import { own } from '../../core/own.ts';

export const announce: Announce = (type, detail) => {
  // A listener that throws is reported by the browser and stops nothing of ours; nor does a picture of that name.
  own(document).dispatchEvent(new CustomEvent(`s9:${type}`, { detail }));
};

export const on: Listen = (type, listener) => {
  const hear = (event: Event): void =>
    listener((event as CustomEvent<Parameters<typeof listener>[0]>).detail);
  own(document).addEventListener(`s9:${type}`, hear);
  return () => own(document).removeEventListener(`s9:${type}`, hear);
};
