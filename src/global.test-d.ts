// What a page's own scripts may write of `window.social9` and of the events on `document`.
import type { Announcements, Consent, ConsentState } from './index.ts';

/** Fails to compile unless its argument is `true`. */
const holds = <T extends true>(_type?: T): void => undefined;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// As the documents tell Customers to write it.
window.social9 ??= { queue: [] };
window.social9.queue.push((consent) => consent.on('change', (state) => void state.purposes));
holds<Same<NonNullable<Window['social9']>['consent'], Consent | undefined>>();

const afterLoad = (): void => {
  // @ts-expect-error the tag can have been blocked
  void window.social9.consent;
  // @ts-expect-error it is there once the tag has run, and not before
  window.social9?.consent.allows('analytics');
  void window.social9?.consent?.allows('analytics');
  // @ts-expect-error no such member
  void window.social9?.version;
  // @ts-expect-error what waits is called with the object
  window.social9?.queue.push('accept');
};
void afterLoad;

document.addEventListener('s9:change', ({ detail }) => {
  holds<Same<typeof detail, Announcements['change']>>();
  void detail.remains.stored;
});
document.addEventListener('s9:ready', ({ detail }) => holds<Same<typeof detail, ConsentState>>());
document.addEventListener('s9:release', ({ detail }) => void detail.element.id);
document.addEventListener('s9:change', (event) => {
  // @ts-expect-error it stands in the detail
  void event.purposes;
});
