// Gives an element its addresses, takes them back, and leaves everything else of it as it was written.

import { sendOn } from './arrive.ts';
import { addressesOf, type Carried } from './attributes.ts';
import { createLeaving } from './leave.ts';

/** One that has an address of its own does not look at those of its sources. */
const PLAYER = 'video:not([src]),audio:not([src])';

/** A page whose own code takes it back every time wins: neither may freeze the other. */
const MAX_CHANGES = 50;

/** By live attribute: what was written there, and what stood there before. */
type Given = Map<string, { readonly address: string; readonly standIn: string | null }>;

/** A `source` only counts once its player looks again, and then it fetches all anew. */
function reload(element: Element): void {
  if (element.localName === 'source') element.closest<HTMLMediaElement>(PLAYER)?.load();
}

/** Whether a script of the page has written another address over the one that was given: a player's, say, adds to it. */
const isWrittenOver = ({ live, now }: Carried, given: Given | undefined): boolean => {
  const before = given?.get(live);
  return !!before && now !== null && now !== before.standIn && now !== before.address;
};

/** Addresses that stand where a browser fetches from: those wanted, wanted before, or made of these. */
const released = (element: Element, given: Given | undefined): Carried[] =>
  addressesOf(element).filter((carried) => {
    const { live, now, wanted } = carried;
    if (now === null) return false;
    return now === wanted || now === given?.get(live)?.address || isWrittenOver(carried, given);
  });

/** The page's own stand-ins come back. */
function putBack(element: Element, carried: readonly Carried[], given: Given | undefined): void {
  for (const { live } of carried) {
    const standIn = given?.get(live)?.standIn ?? null;
    if (standIn === null) element.removeAttribute(live);
    else element.setAttribute(live, standIn);
    // It would play on.
    if (live === 'src' && element instanceof HTMLMediaElement) element.load();
  }
}

/** @param onTaken a frame has lost its address, some time after it was taken. */
export function createAddresses(onTaken: (frame: Element) => void) {
  const all = new WeakMap<Element, Given>();
  const changes = new WeakMap<Element, number>();
  /** Stand-ins that would be shown in the place of any address. */
  const standingOver = new WeakMap<Element, string>();

  function mayChange(element: Element): boolean {
    const times = (changes.get(element) ?? 0) + 1;
    changes.set(element, times);
    return times <= MAX_CHANGES;
  }

  function giveBack(element: Element): void {
    const given = all.get(element);
    all.delete(element);
    putBack(element, released(element, given), given);
    const over = standingOver.get(element);
    if (over !== undefined) element.setAttribute('srcdoc', over);
    reload(element);
  }

  const leaving = createLeaving((frame) => {
    giveBack(frame);
    onTaken(frame);
  });

  return {
    /** Whether anything was given. What is there already stays, and what a framework changed follows. */
    give(element: Element): boolean {
      const given: Given = all.get(element) ?? new Map();
      // One that came with its address, copied from another, was given it all the same.
      all.set(element, given);
      const missing = addressesOf(element).filter(
        (carried) =>
          carried.now !== carried.wanted &&
          !(isWrittenOver(carried, given) && given.get(carried.live)?.address === carried.wanted),
      );
      if (!missing[0] || leaving.has(element) || !mayChange(element)) return false;
      for (const { live, now, wanted } of missing) {
        const before = given.get(live);
        const isAgain = before?.address === wanted;
        if (isAgain && element instanceof HTMLIFrameElement) sendOn(element, wanted);
        given.set(live, {
          address: wanted,
          standIn: before ? before.standIn : now,
        });
        element.setAttribute(live, wanted);
      }
      const over = element.getAttribute('srcdoc');
      if (over !== null) standingOver.set(element, over);
      element.removeAttribute('srcdoc');
      reload(element);
      return true;
    },

    /** Whether somebody else had given it an address it waits for. */
    take(element: Element): boolean {
      const isOurs = all.has(element);
      if (!released(element, all.get(element))[0] || !mayChange(element)) return false;
      if (element instanceof HTMLIFrameElement && element.contentWindow) leaving.leave(element);
      else giveBack(element);
      return !isOurs;
    },
  };
}
